namespace MediaInfo.Functions.Durable;

/// <summary>The names by which orchestrations in flight call the activities. A name in use never changes its meaning.</summary>
public static class ActivityNames
{
    /// <summary>Runs the waiting job that ranks first.</summary>
    public const string Turn = "TakeTurn";

    /// <summary>Reads containers and streams.</summary>
    public const string ReadStreams = "ReadStreams";

    /// <summary>Finds or computes the MD5.</summary>
    public const string Digest = "DigestObject";

    /// <summary>Counts packets.</summary>
    public const string CountPackets = "CountPackets";

    /// <summary>Makes pictures.</summary>
    public const string MakePictures = "MakePictures";

    /// <summary>Runs a recogniser.</summary>
    public const string Recognise = "Recognise";

    /// <summary>Joins the outcomes and ends the job.</summary>
    public const string End = "EndAnalysis";

    /// <summary>Delivers the completion message, or queues its delivery.</summary>
    public const string Notify = "NotifyEnd";

    /// <summary>Ends a job that every retry failed on, and queues its completion message.</summary>
    public const string Abandon = "AbandonAnalysis";
}
