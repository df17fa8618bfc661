using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Rpc.Wire;

/// <summary>What reading a job's object cost. Our extension: the vendor's SDKs ignore it.</summary>
/// <param name="Requests">Requests to storage.<example>"3"</example></param>
/// <param name="Bytes">Bytes received from storage.<example>"1048576"</example></param>
/// <param name="Milliseconds">Wall-clock time in milliseconds of reading.<example>"87"</example></param>
public sealed record ReadingCost(string Requests, string Bytes, string Milliseconds)
{
    /// <summary>True if the object had not changed since it was last read, so it was not read again; absent otherwise.</summary>
    /// <example>true</example>
    public bool? Reused { get; init; }

    /// <summary>A job's cost; null until it ends.</summary>
    public static ReadingCost? Of(ProbeUsage? usage) => usage is null
        ? null
        : new ReadingCost(Text(usage.Requests), Text(usage.Bytes), Text(usage.Milliseconds))
        {
            Reused = usage.Reused ? true : null,
        };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
