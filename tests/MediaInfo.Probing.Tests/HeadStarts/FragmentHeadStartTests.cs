using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.HeadStarts;

/// <summary>Which parts of a fragmented file are fetched ahead of ffprobe.</summary>
public sealed class FragmentHeadStartTests
{
    private const int Kilo = 1024;

    // Of different lengths, as in real files.
    private static readonly IReadOnlyList<byte[]> Fragments =
        [.. Enumerable.Range(0, 60).Select(number => FragmentedFile.Fragment((200 + (number * 37 % 90)) * Kilo))];

    private readonly ScriptedObjectStore _store = new();

    [Fact]
    public async Task With_an_index_only_the_head_of_each_fragment_is_read_once()
    {
        var file = FragmentedFile.Of(Fragments, FragmentedFile.Index);

        await RunAsync(file.Content);

        AssertBrought(file.Offsets);
        Assert.InRange(_store.Requests.Count, file.Offsets.Count - 1, file.Offsets.Count + 2);
        Assert.All(_store.Requests.Skip(1), request => Assert.InRange(request.Count, 1, 32 * Kilo));
    }

    [Fact]
    public async Task Without_an_index_every_fragment_is_found_and_little_else_is_read()
    {
        var file = FragmentedFile.Of(Fragments);

        await RunAsync(file.Content);

        AssertBrought(file.Offsets);
        Assert.InRange(_store.Requests.Skip(1).Sum(request => request.Count), 1, file.Content.Length / 3);
    }

    [Fact]
    public async Task Boxes_between_fragments_are_skipped()
    {
        var styled = Fragments.Select(fragment =>
            FragmentedFile.Join([FragmentedFile.Box("styp", new byte[16]), FragmentedFile.Box("prft", new byte[20]), fragment]));
        var file = FragmentedFile.Of([Fragments[0], .. styled]);

        await RunAsync(file.Content);

        AssertBrought(file.Offsets);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(3)]
    public async Task An_index_found_wrong_is_not_trusted_further(int wrong)
    {
        var file = FragmentedFile.Of(Fragments, offsets => FragmentedFile.Index([.. offsets.Select(offset => offset + wrong)]));

        await RunAsync(file.Content);

        AssertBrought(file.Offsets);
        Assert.InRange(_store.Requests.Count, 1, 2 * file.Offsets.Count);
    }

    [Fact]
    public async Task An_index_of_offsets_past_the_end_is_ignored()
    {
        var file =
            FragmentedFile.Of(Fragments, offsets => FragmentedFile.Index([.. offsets.Select(offset => offset + 1_000_000_000)]));

        await RunAsync(file.Content);

        AssertBrought(file.Offsets);
    }

    [Fact]
    public async Task A_hostile_index_costs_few_requests()
    {
        var file = FragmentedFile.Of(
            Fragments, _ => FragmentedFile.Index([.. Enumerable.Range(0, 10_000).Select(number => 1_000_000L + (number * 700))]));

        await RunAsync(file.Content);

        Assert.InRange(_store.Requests.Count, 1, 2 * file.Offsets.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(FragmentedFile.HeadSize + 4)]
    [InlineData(100_000)]
    public async Task A_file_truncated_in_its_last_fragment_is_read_up_to_it(int left)
    {
        var file = FragmentedFile.Of(Fragments);

        await RunAsync(file.Content[..(int)(file.Offsets[^1] + left)]);

        AssertBrought(file.Offsets.SkipLast(1));
    }

    [Fact]
    public async Task A_fragment_whose_media_extend_to_the_end_of_the_file_is_the_last()
    {
        var endless = FragmentedFile.Fragment(300 * Kilo);
        FragmentedFile.Number(0).CopyTo(endless, FragmentedFile.HeadSize);
        var file = FragmentedFile.Of([Fragments[0], endless]);

        await RunAsync(file.Content);

        AssertBrought(file.Offsets);
    }

    [Fact]
    public async Task Short_fragments_are_left_to_ffprobe()
    {
        var file = FragmentedFile.Of([.. Enumerable.Range(0, 50).Select(_ => FragmentedFile.Fragment(10 * Kilo))]);

        await RunAsync(file.Content);

        Assert.Single(_store.Requests);
    }

    [Theory]
    [InlineData(
        20,
        long.MaxValue,
        FailureReason.TooManyFragments,
        "The object has about 73 fragments and no index, too many to visit in 20 requests")]
    [InlineData(
        int.MaxValue, 300 * Kilo, FailureReason.BudgetExceeded, "Reading the object took more than 307200 bytes")]
    public async Task Bytes_fetched_ahead_count_against_the_budget_of_the_step(
        int requests, long bytes, FailureReason reason, string detail)
    {
        var file = FragmentedFile.Of(Fragments);
        _store.Put(TestJobs.Source, file.Content);
        using var session = JobReading.Session(TestJobs.Source, _store, new ProbeBudget(requests, bytes));
        using var answer = session.Answer(TestJobs.Source.Key, 0, last: null);

        await Record.ExceptionAsync(() => HeadStart.RunAsync(session, default).WaitAsync(TimeSpan.FromMinutes(1)));

        Assert.Equal(new JobFailure(reason, detail), session.Failure);
        Assert.True(session.Stopped.IsCancellationRequested);
        Assert.InRange(_store.Requests.Count, 1, requests);
    }

    private static HeadStart HeadStart => new(new PlaylistReader(new ObjectUrl(new ObjectOptions())));

    // Fetched means that it can be read without another request.
    private void AssertBrought(IEnumerable<long> offsets) => Assert.All(offsets, offset => Assert.Contains(
        _store.Requests, request =>
            request.Offset <= offset && offset + FragmentedFile.HeadSize + 8 <= request.Offset + request.Count));

    private async Task RunAsync(byte[] content)
    {
        _store.Put(TestJobs.Source, content);
        using var reads = JobReading.Of(TestJobs.Source, _store);
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        using var answer = session.Answer(TestJobs.Source.Key, 0, last: null);
        await HeadStart.RunAsync(session, default).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Null(session.Failure);
    }
}
