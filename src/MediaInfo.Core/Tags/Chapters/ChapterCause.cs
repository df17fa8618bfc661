using System.Text.Json.Serialization;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>Why a chapter begins where it does, from the weakest cause to the clearest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChapterCause>))]
public enum ChapterCause
{
    /// <summary>The sound is silent before it, in an object without a picture.</summary>
    [JsonStringEnumMemberName("silence")]
    Silence,

    /// <summary>The scene changes.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary>The scene changes while the sound is silent.</summary>
    [JsonStringEnumMemberName("cutAndSilence")]
    CutAndSilence,

    /// <summary>The picture is black before it.</summary>
    [JsonStringEnumMemberName("black")]
    Black,

    /// <summary>The picture is black before it, and the sound silent.</summary>
    [JsonStringEnumMemberName("blackAndSilence")]
    BlackAndSilence,

    /// <summary>The object begins.</summary>
    [JsonStringEnumMemberName("start")]
    Start,
}
