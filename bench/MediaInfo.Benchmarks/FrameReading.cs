using System.Globalization;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaInfo.Benchmarks;

/// <summary>Takes a frame of an object behind an address, over and over.</summary>
internal static class FrameReading
{
    /// <summary>
    /// Describes the object once, then takes the frame at a time as often as there are lines on standard input, and answers
    /// each with the size of the picture in bytes, or why there is none.
    /// </summary>
    public static async Task RunAsync(Uri address, double seconds, bool keyFrames)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration
            .AddEnvironmentVariables()
            .AddInMemoryCollection([KeyValuePair.Create("MediaInfo:Objects:Locations:0", (string?)"local")]);
        using var client = new HttpClient();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IObjectStore>(new WebObject(client, address))
            .AddSettings<ObjectOptions>(builder.Configuration, "Objects")
            .AddSettings<AnalysisOptions>(builder.Configuration, "Analysis")
            .AddMediaInfoProbing(builder.Configuration)
            .AddMediaInfoFrames(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();
        var source = new ObjectRef("example-bucket", Path.GetFileName(address.LocalPath));
        var job = new JobKey("1", new string('1', 32));
        var described = await host.Services.GetRequiredService<IMediaReader>().DescribeAsync(job, source, CancellationToken.None);
        var media = described.Result
            ?? throw new InvalidOperationException("The object is not media");
        var order = new FrameOrder(FrameOrderKind.Snapshots) { Start = TimeSpan.FromSeconds(seconds), KeyFrames = keyFrames };
        var reader = host.Services.GetRequiredService<IFrameReader>();
        while (await Console.In.ReadLineAsync() is not null)
        {
            var size = 0;
            var outcome = await reader.ReadAsync(
                job,
                source,
                media.Description,
                order,
                (picture, _) =>
                {
                    size = picture.Content.Length;
                    return Task.FromResult<JobFailure?>(null);
                },
                progress: null,
                CancellationToken.None);
            Console.WriteLine(outcome.Failure?.ToString() ?? size.ToString(CultureInfo.InvariantCulture));
        }

        await host.StopAsync();
    }
}
