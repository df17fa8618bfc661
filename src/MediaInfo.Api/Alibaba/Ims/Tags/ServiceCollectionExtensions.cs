using MediaInfo.Core.Callbacks;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Registers the tag jobs of Intelligent Media Services.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds what the actions of tag jobs need, and the message at a job's end.</summary>
    public static IServiceCollection AddImsTags(this IServiceCollection services) => services
        .AddSingleton<TagPlanner>()
        .AddSingleton<TagSubmission>()
        .AddSingleton<TagLinks>()
        .AddSingleton<TagJobMapper>()
        .AddSingleton<ICompletionFormat, TagCompletionFormat>();
}
