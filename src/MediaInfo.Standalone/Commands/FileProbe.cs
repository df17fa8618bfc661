using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Reading;
using MediaInfo.Standalone.Commands.Sources;

namespace MediaInfo.Standalone.Commands;

/// <summary>Describes one file, as a job would.</summary>
internal sealed class FileProbe(JobReads reads, MediaProber prober, PacketCounter packets, ObjectDigest digest)
{
    private static readonly JobKey Job = new("probe", new string('0', 32));

    /// <summary>Reads the headers, then whatever else the plan asks for.</summary>
    /// <returns>The description, or why there is none.</returns>
    /// <exception cref="IOException">The file could not be read.</exception>
    public async Task<(DescribedFile? File, JobFailure? Failure)> RunAsync(
        ProbeSource source, ProbePlan plan, ProbeProgress? progress, CancellationToken cancellationToken)
    {
        using var lease = reads.Open(Job, source.Object);
        var probe = await prober.DescribeAsync(lease.Reads, cancellationToken);
        if (probe.Result is not { } result)
        {
            return (null, probe.Failure);
        }

        progress?.Expect(TotalOf(result.Description));
        var counting = plan.Packets ? packets.CountAsync(lease.Reads, cancellationToken, progress?.Of("packets")) : null;
        var digesting = plan.Digest ? digest.ComputeAsync(lease.Reads, cancellationToken, progress?.Of("digest")) : null;
        await Task.WhenAll(new Task?[] { counting, digesting }.OfType<Task>());

        var (usage, description) = (probe.Usage, result.Description);
        if (counting is not null && await counting is var (counts, count))
        {
            usage = After(usage, count.Usage);
            description = counts is null ? description : description.EnrichWithPackets(counts);
            if (count.Failure is not null)
            {
                return (null, count.Failure);
            }
        }

        if (digesting is not null && await digesting is var sum)
        {
            usage = After(usage, sum.Usage);
            description = sum.Md5 is { } md5 ? description.WithMd5(md5) : description;
            if (sum.Failure is not null)
            {
                return (null, sum.Failure);
            }
        }

        var named = result with { Description = description, Ffprobe = Named(result.Ffprobe, source.Address) };
        return (new DescribedFile(named, usage, source.Object.FileName, source.Address), null);
    }

    // The size of a playlist says nothing about its segments.
    private static long? TotalOf(MediaDescription media) =>
        media.Container.FormatName is "hls,applehttp" or "dash" ? null : media.Container.Size;

    private static ProbeUsage After(ProbeUsage first, ProbeUsage then) => new(
        first.Requests + then.Requests, first.Bytes + then.Bytes, first.Milliseconds + then.Milliseconds);

    // A job's report names the object by bucket and key, which a file does not have.
    private static JsonElement? Named(JsonElement? report, string address)
    {
        if (report is not { } known || JsonObject.Create(known) is not { } named || named["format"] is not JsonObject format)
        {
            return report;
        }

        format["filename"] = address;
        return JsonSerializer.SerializeToElement(named);
    }
}
