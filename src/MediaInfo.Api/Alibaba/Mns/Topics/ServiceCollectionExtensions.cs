using MediaInfo.Api.Gateway;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Topics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>Registers what the actions of topics and the posts to subscribers need.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds names, the form of messages, the signing key and its certificate.</summary>
    public static IServiceCollection AddMnsTopics(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<SigningOptions>(configuration, "Topics:Signing")
        .AddSingleton<TopicNames>()
        .AddSingleton<SigningKey>()
        .AddSingleton<ITopicPushFormat, PushFormat>()
        .AddSingleton<IProtocol, CertificateProtocol>();
}
