namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>How a field's values are compared.</summary>
internal enum SearchFieldKind
{
    /// <summary>As a whole.</summary>
    Exact,

    /// <summary>By a part of the text, in any case; as a whole with "==".</summary>
    Fuzzy,

    /// <summary>As a number.</summary>
    Number,

    /// <summary>As a status, by its number or its name.</summary>
    Status,

    /// <summary>As a time, in milliseconds or ISO 8601.</summary>
    Time,
}
