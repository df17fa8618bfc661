using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Messaging;

namespace MediaInfo.LocalStorage;

/// <summary>The names of the files and queues of this service in the embedded store.</summary>
public static class StorageNames
{
    /// <summary>The database, in the data folder.</summary>
    public const string DatabaseFile = "mediainfo.db";

    /// <summary>The file that is locked while a process uses the data folder.</summary>
    public const string LockFile = "lock";

    /// <summary>The queue of jobs.</summary>
    public const string Analyses = "analyses";

    /// <summary>The queue of completion messages and events.</summary>
    public const string Callbacks = "callbacks";

    private const string PoisonSuffix = "-poison";

    /// <summary>Whether the queue's name belongs to the service, here or in Azure Storage.</summary>
    public static bool IsOwnQueue(string name) =>
        IsOf(name, Analyses) || IsOf(name, Callbacks) || name.EndsWith(PoisonSuffix, StringComparison.Ordinal)
        || QueueName.IsMapped(name);

    /// <summary>The name in metrics of the jobs of a band.</summary>
    public static string AnalysesOf(int band) => string.Create(CultureInfo.InvariantCulture, $"{Analyses}-{band}");

    /// <summary>The hour in which a nonce's call was signed. Hours sort by time.</summary>
    public static string HourOf(DateTimeOffset signedAt) =>
        signedAt.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>The digest that stands for a free text of any length.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsOf(string name, string queue) =>
        name.StartsWith(queue, StringComparison.Ordinal) && (name.Length == queue.Length || name[queue.Length] == '-');
}
