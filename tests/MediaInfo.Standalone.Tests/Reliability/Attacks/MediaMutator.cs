using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Hostile;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>Mutates the repository's clips and the hostile samples.</summary>
internal sealed class MediaMutator(Random random)
{
    private const int Largest = 400_000;

    private readonly IReadOnlyList<(string Name, byte[] Content)> _originals = [.. Clips(), .. Hostile()];

    /// <summary>The next mutant: a key with the original's extension, and its content.</summary>
    public (string Key, byte[] Content) Next(int number)
    {
        var (name, content) = _originals[random.Next(_originals.Count)];
        var other = _originals[random.Next(_originals.Count)].Content;
        var mutant = random.Next(7) switch
        {
            0 => content[..random.Next(content.Length + 1)],
            1 => content[random.Next(Math.Min(content.Length, 64) + 1)..],
            2 => [.. content[..random.Next(content.Length + 1)], .. other[random.Next(other.Length + 1)..]],
            3 => Bits(content, random.Next(1, 200), content.Length),
            4 => Bits(content, random.Next(1, 20), Math.Min(content.Length, 1024)),
            5 => Nonsense.Spoil(content, random),
            _ => Numbers(content),
        };
        return ($"mutant-{number}{Path.GetExtension(name)}", mutant);
    }

    private static IEnumerable<(string Name, byte[] Content)> Clips() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "media"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is not (".md" or ".sh"))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));

    // Samples that are meaningful on their own. Only every eighth, so that they do not outnumber the clips.
    private static IEnumerable<(string Name, byte[] Content)> Hostile() =>
        HostileSamples.All(new HostileTargets(9, "/nowhere/canary.ts", StandaloneFixture.Bucket, "other-bucket"))
            .Where(sample => sample.Forever is null && sample.Content.Length is > 0 and < Largest)
            .Where((_, index) => index % 8 == 0)
            .Select(sample => (sample.Name, sample.Content));

    private byte[] Bits(byte[] content, int count, int within)
    {
        var changed = content.ToArray();
        for (; count > 0 && within > 0; count--)
        {
            changed[random.Next(within)] ^= (byte)(1 << random.Next(8));
        }

        return changed;
    }

    // Lengths and counts are four-byte numbers in most containers.
    private byte[] Numbers(byte[] content)
    {
        var changed = content.ToArray();
        for (var count = random.Next(1, 8); count > 0 && changed.Length > 4; count--)
        {
            changed.AsSpan(random.Next(changed.Length - 4), 4).Fill((byte)(random.Next(2) * 0xff));
        }

        return changed;
    }
}
