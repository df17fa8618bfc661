using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Probing.Tests;

/// <summary>An object that has not changed is not read again.</summary>
public sealed class RecentReadingsTests
{
    private const string Account = "1000000000000001";

    private static readonly ObjectRef Source = new("media", "clip.mp4");
    private static readonly AnalysisResult Result = new(new MediaDescription { Container = new ContainerDescription() });

    private readonly InMemoryObjectStore _objects = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task An_unchanged_object_costs_one_request_and_no_bytes()
    {
        var recent = Recent();
        await KeepAsync(recent);

        var found = await FindAsync(recent);

        Assert.Same(Result, found!.Result);
        Assert.Equal(new ProbeUsage(1, 0, 0) { Reused = true }, found.Outcome.Usage);
        Assert.Equal(await ETagAsync(), found.Outcome.ETag);
        Assert.Null(found.Outcome.Failure);
    }

    [Fact]
    public async Task An_object_that_was_overwritten_is_read_again()
    {
        var recent = Recent();
        await KeepAsync(recent);
        _objects.Put(Source, [1]);

        Assert.Null(await FindAsync(recent));
    }

    [Fact]
    public async Task Another_account_does_not_learn_that_an_object_was_analysed()
    {
        var recent = Recent();
        await KeepAsync(recent);
        var requests = _objects.Requests;

        Assert.Null(await recent.FindAsync("1000000000000002", Source, known => known.Description, default));
        Assert.Equal(requests, _objects.Requests);
    }

    [Fact]
    public async Task A_part_that_was_not_read_costs_no_request()
    {
        var recent = Recent();
        await KeepAsync(recent);
        var requests = _objects.Requests;

        Assert.Null(await recent.FindAsync(Account, Source, known => known.Md5, default));
        Assert.Equal(requests, _objects.Requests);
    }

    [Fact]
    public async Task Parts_of_one_version_add_up_and_a_new_version_drops_them()
    {
        var recent = Recent();
        await KeepAsync(recent);
        recent.Keep(Account, Source, await ETagAsync(), known => known with { Md5 = "900150983cd24fb0d6963f7d28e17f72" });
        Assert.NotNull(await FindAsync(recent));
        Assert.NotNull(await recent.FindAsync(Account, Source, known => known.Md5, default));

        _objects.Put(Source, [1]);
        recent.Keep(Account, Source, await ETagAsync(), known => known with { Description = Result });

        Assert.NotNull(await FindAsync(recent));
        Assert.Null(await recent.FindAsync(Account, Source, known => known.Md5, default));
    }

    [Fact]
    public async Task Nothing_is_remembered_if_the_setting_is_zero_or_the_version_is_unknown()
    {
        var off = Recent(remembered: 0);
        await KeepAsync(off);
        var unknown = Recent();
        unknown.Keep(Account, Source, etag: null, known => known with { Description = Result });

        Assert.Null(await FindAsync(off));
        Assert.Null(await FindAsync(unknown));
    }

    [Fact]
    public async Task The_object_that_was_used_longest_ago_is_forgotten()
    {
        var recent = Recent(remembered: 2);
        await KeepAsync(recent);
        foreach (var key in new[] { "one", "two", "three", "four" })
        {
            recent.Keep(Account, Source with { Key = key }, "\"1\"", known => known with { Description = Result });
        }

        Assert.Null(await FindAsync(recent));
    }

    [Fact]
    public async Task A_denied_or_deleted_object_is_left_to_the_read_that_follows()
    {
        var denied = Substitute.For<IObjectStore>();
        denied.FindAsync(Source, default).ThrowsAsyncForAnyArgs(new UnauthorizedAccessException());
        var gone = Substitute.For<IObjectStore>();
        gone.FindAsync(Source, default).ReturnsForAnyArgs((ObjectProperties?)null);

        foreach (var objects in new[] { denied, gone })
        {
            var recent = new RecentReadings(objects, new ProbeOptions(), _time);
            recent.Keep(Account, Source, "\"1\"", known => known with { Description = Result });
            Assert.Null(await FindAsync(recent));
        }
    }

    private static Task<Core.Jobs.Reading<AnalysisResult>?> FindAsync(RecentReadings recent) =>
        recent.FindAsync(Account, Source, known => known.Description, CancellationToken.None);

    private RecentReadings Recent(int remembered = 100) =>
        new(_objects, new ProbeOptions { RememberedObjects = remembered }, _time);

    private async Task KeepAsync(RecentReadings recent)
    {
        _objects.Put(Source, [0]);
        recent.Keep(Account, Source, await ETagAsync(), known => known with { Description = Result });
    }

    private async Task<string?> ETagAsync() => (await _objects.FindAsync(Source, CancellationToken.None))?.ETag;
}
