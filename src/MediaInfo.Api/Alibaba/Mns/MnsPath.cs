namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>A path of this API, read.</summary>
/// <param name="Resource">What it stands for.</param>
/// <param name="Name">The queue's or topic's name, unchecked; empty for the lists of all of them.</param>
/// <param name="Part">The subscription's name, unchecked; empty for all other paths.</param>
public sealed record MnsPath(MnsResource Resource, string Name = "", string Part = "")
{
    private const string Messages = "messages";

    /// <summary>Whether a path belongs to this API.</summary>
    public static bool Serves(string path) => path.Split('/') is ["", "queues" or "topics", ..];

    /// <summary>Reads a path. A trailing slash changes nothing. Null for a path that this API does not have.</summary>
    public static MnsPath? Of(string path) => path.Split('/') switch
    {
        [.. var segments, ""] when segments.Length > 1 => OfSegments(segments),
        var segments => OfSegments(segments),
    };

    private static MnsPath? OfSegments(string[] segments) => segments switch
    {
        ["", "queues"] => new(MnsResource.Queues),
        ["", "queues", var name] => new(MnsResource.Queue, name),
        ["", "queues", var name, Messages] => new(MnsResource.QueueMessages, name),
        ["", "topics"] => new(MnsResource.Topics),
        ["", "topics", var name] => new(MnsResource.Topic, name),
        ["", "topics", var name, Messages] => new(MnsResource.TopicMessages, name),
        ["", "topics", var name, "subscriptions"] => new(MnsResource.Subscriptions, name),
        ["", "topics", var name, "subscriptions", var part] => new(MnsResource.Subscription, name, part),
        _ => null,
    };
}
