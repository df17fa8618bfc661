using System.Buffers.Binary;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Playlists;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.HeadStarts;

/// <summary>Long fragmented files without an index, of which the budget does not allow to visit every fragment.</summary>
public sealed class FragmentGapTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private const int Fragments = 300;
    private const int FragmentBytes = 140 * 1024;

    private readonly ProxyStore _store = new();

    [Fact]
    public async Task The_length_of_a_file_of_too_many_fragments_is_that_of_its_last_one()
    {
        Put(Long(Fragments, FragmentBytes, "tfdt"));

        var result = await DescribeAsync(maxRequests: 150);

        Assert.Null(result.Failure);
        var media = result.Description!;
        Assert.Equal(
            (true, false, "h264"),
            (media.Container.PartlyRead, media.DurationInaccurate, media.MainVideo!.CodecName));
        AssertSeconds(Fragments, media.Container.Duration);
        Assert.InRange(result.Usage.Requests, 1, 400);
    }

    [Fact]
    public async Task Without_times_the_length_is_an_estimate_and_says_so()
    {
        Put(Long(Fragments, FragmentBytes, "free"));

        var media = (await DescribeAsync(maxRequests: 150)).Description!;

        Assert.Equal((true, true), (media.Container.PartlyRead, media.DurationInaccurate));
        AssertSeconds(Fragments, media.Container.Duration);
    }

    [Fact]
    public async Task Short_fragments_that_take_too_many_bytes_are_read_in_part_too()
    {
        Put(Long(600, 20 * 1024, "tfdt"));

        var result = await rig.DescribeAsync(_store, "long.mp4", new ProbeOptions { MaxBytes = 4 * 1024 * 1024 });

        Assert.True(result.Description?.Container.PartlyRead);
        AssertSeconds(600, result.Description?.Container.Duration);
    }

    [Fact]
    public async Task A_file_whose_fragments_the_budget_allows_is_read_whole()
    {
        Put(Long(60, FragmentBytes, "tfdt"));

        var media = (await DescribeAsync(maxRequests: 150)).Description!;

        Assert.Null(media.Container.PartlyRead);
        AssertSeconds(60, media.Container.Duration);
    }

    // The fragments of the clip are a little longer than a second.
    private static void AssertSeconds(int fragments, decimal? duration) =>
        Assert.InRange(duration ?? 0, fragments * 0.99m, fragments * 1.03m);

    private Task<ProbeResult> DescribeAsync(int maxRequests) =>
        rig.DescribeAsync(_store, "long.mp4", new ProbeOptions { MaxRequests = maxRequests });

    private void Put(byte[] content) => _store.Put(new ObjectRef(FfprobeRig.Bucket, "long.mp4"), content);

    // Fragments of a second, the four of the clip again and again. Their media data is followed by zeros.
    private static byte[] Long(int fragments, int size, string timeBox)
    {
        using var file = new MemoryStream();
        file.Write(Clips.Head(Clips.Picture));
        var clip = Enumerable.Range(0, 4).Select(number => Clips.Fragment(Clips.Picture, number)).ToArray();
        var second = Time(clip[1]);
        for (var number = 0; number < fragments; number++)
        {
            var fragment = new byte[size];
            var part = clip[number % clip.Length];
            part.CopyTo(fragment, 0);
            var moof = BinaryPrimitives.ReadInt32BigEndian(part);
            BinaryPrimitives.WriteInt32BigEndian(fragment.AsSpan(moof), size - moof);
            SetTime(fragment, number * second);
            System.Text.Encoding.ASCII.GetBytes(timeBox).CopyTo(fragment, TimeBox(fragment));
            file.Write(fragment);
        }

        return file.ToArray();
    }

    private static int TimeBox(ReadOnlySpan<byte> fragment) => fragment.IndexOf("tfdt"u8);

    private static long Time(ReadOnlySpan<byte> fragment) => fragment[TimeBox(fragment) + 4] == 1
        ? BinaryPrimitives.ReadInt64BigEndian(fragment[(TimeBox(fragment) + 8)..])
        : BinaryPrimitives.ReadUInt32BigEndian(fragment[(TimeBox(fragment) + 8)..]);

    private static void SetTime(Span<byte> fragment, long time)
    {
        var at = TimeBox(fragment);
        if (fragment[at + 4] == 1)
        {
            BinaryPrimitives.WriteInt64BigEndian(fragment[(at + 8)..], time);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(fragment[(at + 8)..], (uint)time);
        }
    }
}
