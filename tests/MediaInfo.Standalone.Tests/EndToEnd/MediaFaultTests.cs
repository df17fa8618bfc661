using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Faults of the media storage while ffprobe reads. They do not change the description of an object.</summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class MediaFaultTests(StandaloneFixture fixture)
{
    private static readonly string[] Clips = ["sample.mp4", "service.ts", "subtitles.mkv", "hls/index.m3u8"];

    private static readonly Dictionary<string, Action<InterferingProxy>> Faults = new(StringComparer.Ordinal)
    {
        ["answers 500"] = storage => storage.Rule = EveryOther(Interference.Fail),
        ["answers 503"] = storage => storage.Rule = EveryOther(Interference.Overload),
        ["closes the connection before the body"] = storage => storage.Rule = EveryOther(Interference.Cut),
        ["closes the connection midway through the body"] = storage => storage.Rule = EveryOther(Interference.BreakBody),
        ["is slow"] = storage => storage.Delay = _ => TimeSpan.FromMilliseconds(200),
        ["says nothing to some requests"] = storage => storage.Delay = SomeSilent(),
    };

    public static TheoryData<string> Kinds => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_description_is_the_same_even_if_storage(string fault)
    {
        foreach (var path in Directory.EnumerateFiles(
            RepositoryRoot.Combine("tests", "media"), "*.*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(RepositoryRoot.Combine("tests", "media"), path);
            await fixture.UploadAsync($"media-faults/{name}", name);
        }

        using var media = new InterferingProxy(fixture.Azurite.BlobEndpoint);
        await using var standalone = await fixture.StartAsync(
            ("MediaInfo__Storage__MediaConnectionString", AzuriteProcess.ConnectionStringTo(media.Address, media.Address)),
            ("MediaInfo__Probe__StorageTimeLimit", "00:00:01"),
            ("MediaInfo__Worker__VisibilityTimeout", "00:01:00"));
        using var client = new RpcClient(standalone.Endpoint);

        var well = await DescribeAsync(client, standalone);
        var before = media.Requests;
        Faults[fault](media);
        var ill = await DescribeAsync(client, standalone);

        Assert.Equal(string.Join('\n', well), string.Join('\n', ill));
        Assert.All(well, description => Assert.Contains("\"Format\"", description, StringComparison.Ordinal));
        Assert.True(media.Requests > before);
        await fixture.Stored.TakeCompletionsAsync();
    }

    private static Func<int, Interference> EveryOther(Interference fault) =>
        number => number % 2 == 0 ? fault : Interference.None;

    // Few enough that no read meets only silent requests and gives up.
    private static Func<int, TimeSpan> SomeSilent()
    {
        var silent = 0;
        return number => TimeSpan.FromSeconds(number % 3 == 0 && Interlocked.Increment(ref silent) <= 4 ? 8 : 0);
    }

    private async Task<IReadOnlyList<string>> DescribeAsync(RpcClient client, StandaloneProcess standalone)
    {
        var jobs = new List<string>();
        foreach (var clip in Clips)
        {
            jobs.Add(await client.SubmitAsync($"media-faults/{clip}"));
        }

        await ProcessPatience.HoldsAsync(
            "all jobs have ended", standalone, async () =>
                (await fixture.Stored.DocumentsAsync(jobs)).All(document => document.HasEnded));
        var answers = await client.QueryAsync(jobs);
        return [.. jobs
            .Select(job =>
                answers.Single(answer => string.Equals(answer.GetProperty("JobId").GetString(), job, StringComparison.Ordinal)))
                .Select(answer => answer.TryGetProperty("Properties", out var properties)
                    ? properties.GetRawText()
                    : answer.GetRawText())];
    }
}
