namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>A category. Source: "AddCategory" and "GetCategories", response elements.</summary>
public record CategoryInfo
{
    /// <summary>default or material.</summary>
    public required string Type { get; init; }

    /// <summary>The parent's id, a number; -1 for a category of the first level.</summary>
    public required long ParentId { get; init; }

    /// <summary>The name.</summary>
    public required string CateName { get; init; }

    /// <summary>The id, a number.</summary>
    public required long CateId { get; init; }

    /// <summary>A number: 0 for the first level, 1 for the second, 2 for the third.</summary>
    public required long Level { get; init; }
}
