using System.Globalization;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Reports;

/// <summary>How our own actions write values.</summary>
internal static class OwnText
{
    /// <summary>A time: ISO 8601, UTC, with milliseconds.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>What a job does: analysis, snapshot or tags.</summary>
    public static string Of(JobWork work) => work switch
    {
        JobWork.Snapshot => "snapshot",
        JobWork.Tags => "tags",
        _ => "analysis",
    };

    /// <summary>The work of that name; null if there is none.</summary>
    public static JobWork? WorkOf(string name) => Enum.GetValues<JobWork>().Cast<JobWork?>().FirstOrDefault(
        work => string.Equals(Of(work!.Value), name, StringComparison.Ordinal));
}
