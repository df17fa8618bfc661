using System.Globalization;
using Cost = MediaInfo.Core.Probing.ProbeUsage;

namespace MediaInfo.Api.Rpc.Wire;

/// <summary>What reading a job's object cost. An extension of this service: the vendor's SDKs pass over it.</summary>
/// <param name="Requests">Requests to storage.</param>
/// <param name="Bytes">Bytes received from storage.</param>
/// <param name="Milliseconds">Wall time of the reading.</param>
public sealed record ProbeUsage(string Requests, string Bytes, string Milliseconds)
{
    /// <summary>A job's cost; null before it ended.</summary>
    public static ProbeUsage? Of(Cost? usage) => usage is null
        ? null
        : new ProbeUsage(Text(usage.Requests), Text(usage.Bytes), Text(usage.Milliseconds));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
