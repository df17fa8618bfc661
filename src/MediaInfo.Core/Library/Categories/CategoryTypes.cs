namespace MediaInfo.Core.Library.Categories;

/// <summary>The types of category trees.</summary>
public static class CategoryTypes
{
    /// <summary>Audio, video and image files.</summary>
    public const string Default = "default";

    /// <summary>Materials of short videos.</summary>
    public const string Material = "material";

    /// <summary>Whether the type exists.</summary>
    public static bool Has(string type) => type is Default or Material;
}
