using MediaInfo.Core.Library.Events;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The names of events. Source: "Event list" of Intelligent Media Services.</summary>
internal static class LibraryEventNames
{
    // Callers can subscribe to all of the product's events; this service sends only the media library's.
    private static readonly string[] Known =
    [
        "FileUploadComplete", "UploadByURLComplete", "ImageUploadComplete", "AttachedMediaUploadComplete",
        "RegisterStreamComplete", "StreamUploadComplete", "UploadStreamByURLComplete", "CreateAuditComplete",
        "RegisterMediaComplete", "DeleteMediaComplete", "MediaBaseChangeComplete", "WorkflowTaskComplete",
        "VideoAnalysisComplete", "SnapshotComplete", "DynamicImageComplete", "TranscodeComplete", "TranscodeParentComplete",
        "MediaConvertComplete", "MediaConvertOutputGroupComplete", "MediaConvertOutputComplete", "AIMediaAuditComplete",
        "AIProduceComplete", "MediaAiAnalysisComplete", "ProduceMediaComplete", "BatchProduceMediaComplete",
        "LiveRecordFileCreated", "LiveRecordTaskStatus", "LiveSnapshotFileCreated", EventCallback.All,
    ];

    /// <summary>Whether the product has such an event, or the name means all of them.</summary>
    public static bool Has(string name) => Known.Contains(name, StringComparer.Ordinal);

    /// <summary>The name of an event of the media library.</summary>
    public static string Of(LibraryEventType type) => type switch
    {
        LibraryEventType.Registered => "RegisterMediaComplete",
        LibraryEventType.Changed => "MediaBaseChangeComplete",
        LibraryEventType.Deleted => "DeleteMediaComplete",
        LibraryEventType.Pictured => "SnapshotComplete",
        LibraryEventType.Tagged => "MediaAiAnalysisComplete",
        _ => "VideoAnalysisComplete",
    };
}
