namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>The kinds of tokens in a condition.</summary>
internal enum MatchTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A field's name, a keyword or a number.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>One of = == ( ) [ ] and the comma.</summary>
    Sign,
}
