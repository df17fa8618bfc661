using System.Globalization;
using MediaInfo.Core.Messaging;

namespace MediaInfo.AzureStorage.Messaging;

/// <summary>A message queue's name and settings, as metadata of its storage queue. Times are milliseconds.</summary>
internal static class QueueMetadata
{
    private const string Name = "mnsname";
    private const string Created = "mnscreated";
    private const string Modified = "mnsmodified";
    private const string Delay = "mnsdelay";
    private const string Largest = "mnslargest";
    private const string Retention = "mnsretention";
    private const string Visibility = "mnsvisibility";
    private const string Wait = "mnswait";
    private const string Logging = "mnslogging";

    private static readonly Dictionary<string, string> NoMetadata = new(StringComparer.Ordinal);

    /// <summary>The metadata of a queue that nobody created; null if its name says all.</summary>
    public static Dictionary<string, string>? OfImplicit(string name) =>
        string.Equals(QueueName.Stored(name), name, StringComparison.Ordinal)
            ? null
            : new(StringComparer.OrdinalIgnoreCase) { [Name] = name };

    /// <summary>The metadata of a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="others">Metadata that is there already. What is not ours is kept.</param>
    public static Dictionary<string, string> Of(MessageQueue queue, IDictionary<string, string>? others = null)
    {
        var all = new Dictionary<string, string>(others ?? NoMetadata, StringComparer.OrdinalIgnoreCase)
        {
            [Name] = queue.Name,
            [Delay] = Text(queue.Settings.Delay),
            [Largest] = queue.Settings.LargestMessage.ToString(CultureInfo.InvariantCulture),
            [Retention] = Text(queue.Settings.Retention),
            [Visibility] = Text(queue.Settings.Visibility),
            [Wait] = Text(queue.Settings.Wait),
            [Logging] = queue.Settings.Logging ? "true" : "false",
        };
        AddTime(Created, queue.CreatedAt);
        AddTime(Modified, queue.ModifiedAt);
        return all;

        void AddTime(string key, DateTimeOffset? at)
        {
            if (at is { } time)
            {
                all[key] = time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>The queue of a storage queue's metadata. What is missing or unreadable is as in an implicit queue.</summary>
    public static MessageQueue Read(string name, IDictionary<string, string> metadata)
    {
        var other = QueueSettings.Implicit;
        return new MessageQueue(
            name,
            new QueueSettings(
                Time(Delay, other.Delay),
                (int)(Number(Largest) ?? other.LargestMessage),
                Time(Retention, other.Retention),
                Time(Visibility, other.Visibility),
                Time(Wait, other.Wait),
                metadata.TryGetValue(Logging, out var logging) && logging is "true"),
            Day(Created),
            Day(Modified));

        long? Number(string key) => metadata.TryGetValue(key, out var text)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= int.MaxValue * 1000L
                ? number
                : null;

        TimeSpan Time(string key, TimeSpan otherwise) =>
            Number(key) is { } number ? TimeSpan.FromMilliseconds(number) : otherwise;

        DateTimeOffset? Day(string key) => Number(key) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>The name of the message queue that a storage queue holds; null if it holds none.</summary>
    public static string? NameOf(string stored, IDictionary<string, string>? metadata)
    {
        var named = metadata is not null && metadata.TryGetValue(Name, out var name) ? name : stored;

        // Anybody with access to the storage account may write metadata.
        return QueueName.IsLegal(named) && string.Equals(QueueName.Stored(named), stored, StringComparison.Ordinal)
            ? named
            : QueueName.IsMapped(stored) ? null : stored;
    }

    private static string Text(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
