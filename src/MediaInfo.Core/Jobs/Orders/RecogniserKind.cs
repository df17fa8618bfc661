namespace MediaInfo.Core.Jobs.Orders;

/// <summary>The ways to recognise what an object shows and says.</summary>
public enum RecogniserKind
{
    /// <summary>Chapters by cuts, black and silence.</summary>
    Chapters,

    /// <summary>Text in frames, by OCR.</summary>
    Text,

    /// <summary>Speech.</summary>
    Speech,

    /// <summary>A recogniser of the operator's own, called over HTTP.</summary>
    External,
}
