using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Objects.Uploads;

/// <summary>Uploads of media by CreateUpload. Section "Uploads".</summary>
public sealed record UploadOptions : ISettings
{
    /// <summary>
    /// Lets CreateUpload give addresses to which a caller sends an object of a bucket that its account may write.
    /// </summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The size of an object, in bytes. Storage takes no more than 5000 MiB in one request.</summary>
    [Range(1L, 5_242_880_000L, ErrorMessage = "between 1 and 5242880000")]
    public long MaxBytes { get; init; } = 2L << 30;

    /// <summary>How many objects can be sent at once. Azure Storage takes them itself, and has limits of its own.</summary>
    [Range(1, 1000, ErrorMessage = "between 1 and 1000")]
    public int AtOnce { get; init; } = 16;

    /// <summary>How long an address is valid.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "between one minute and one day")]
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);
}
