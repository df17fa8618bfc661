using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.HeadStarts;

public sealed class FragmentIndexTests
{
    private const int FragmentSize = 200 * 1024;

    private readonly ScriptedObjectStore _store = new();

    [Theory]
    [InlineData(5)]
    [InlineData(2_000)]
    public async Task The_index_gives_the_offsets_of_the_fragments_in_order(int count)
    {
        var offsets = Enumerable.Range(1, count).Select(number => 100L * number).ToList();

        Assert.Equal(offsets, await FindAsync(FragmentedFile.Index([.. Enumerable.Reverse(offsets)])));
    }

    [Fact]
    public async Task Offsets_of_64_bits_are_read_with_numbers_of_any_width()
    {
        byte[] track =
        [
            1, 0, 0, 0, .. FragmentedFile.Number(1), .. FragmentedFile.Number(0b111001), .. FragmentedFile.Number(2),
            .. Wide(5_000_000_000), .. new byte[4 + 3 + 2],
            .. Wide(6_000_000_000), .. new byte[4 + 3 + 2],
        ];

        Assert.Equal([5_000_000_000, 6_000_000_000], await FindAsync(WithTracks(FragmentedFile.Box("tfra", track))));
    }

    [Fact]
    public async Task The_offsets_of_all_tracks_are_merged_into_one_list() => Assert.Equal(
        [100, 200, 300], await FindAsync(WithTracks(Track(100, 300), FragmentedFile.Box("free", new byte[20]), Track(100, 200))));

    [Fact]
    public async Task A_file_without_an_index_has_no_offsets() => Assert.Null(await FindAsync([]));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public async Task A_length_that_does_not_lead_to_an_index_is_ignored(int length)
    {
        var index = FragmentedFile.Index([100, 200]);

        Assert.Null(await FindAsync([.. index[..^4], .. FragmentedFile.Number(length)]));
    }

    [Fact]
    public async Task An_index_that_claims_too_many_entries_yields_those_it_has() =>
        Assert.Equal([100, 200], await FindAsync(FragmentedFile.Index([100, 200], int.MaxValue)));

    [Theory]
    [InlineData(7)]
    [InlineData(1_000_000)]
    public async Task A_track_with_a_wrong_length_ends_the_list(int length) => Assert.Equal(
        [100], await FindAsync(WithTracks(Track(100), [.. FragmentedFile.Number(length), .. Track(200)[4..]])));

    [Fact]
    public async Task A_truncated_track_has_no_entries() =>
        Assert.Empty((await FindAsync(WithTracks(FragmentedFile.Box("tfra", new byte[9]))))!);

    private static byte[] Wide(long offset)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), offset);
        return bytes;
    }

    private static byte[] Track(params int[] offsets) => FragmentedFile.Full(
        "tfra",
        [FragmentedFile.Number(1), FragmentedFile.Number(0), FragmentedFile.Number(offsets.Length),
            .. offsets.Select(
                offset => FragmentedFile.Join([FragmentedFile.Number(0), FragmentedFile.Number(offset), [1, 1, 1]]))]);

    private static byte[] WithTracks(params byte[][] tracks)
    {
        var inner = FragmentedFile.Join(tracks);
        return FragmentedFile.Box("mfra", inner, FragmentedFile.Full("mfro", FragmentedFile.Number(8 + inner.Length + 16)));
    }

    private async Task<IReadOnlyList<long>?> FindAsync(byte[] tail)
    {
        byte[] content = [.. new byte[FragmentSize], .. tail];
        _store.Put(TestJobs.Source, content);
        using var reads = JobReading.Of(TestJobs.Source, _store);
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        await session.Read(TestJobs.Source.Key, 0).OpenAsync(default);
        return await new FragmentIndex(session, content.Length).FindAsync(FragmentSize, default);
    }
}
