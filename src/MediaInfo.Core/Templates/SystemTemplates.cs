namespace MediaInfo.Core.Templates;

/// <summary>The templates that every account has. Their ids never change.</summary>
/// <remarks>
/// The ids of the smart tag templates are the vendor's (RegisterMediaInfo of Intelligent Media Services). It publishes none of
/// snapshot templates: those ids, and all settings, are our decision.
/// </remarks>
public static class SystemTemplates
{
    /// <summary>Ten snapshots, spread evenly.</summary>
    public static Template Normal { get; } = new()
    {
        Id = "5e1f0a6c0d0b4c6fa7a3d1e2b9c80001",
        Name = "Snapshots",
        Kind = TemplateKind.Normal,
        Config = """{"Type":"Normal","FrameType":"intra","Time":0,"Count":10}""",
    };

    /// <summary>One sprite of a hundred frames, spread evenly.</summary>
    public static Template Sprite { get; } = new()
    {
        Id = "5e1f0a6c0d0b4c6fa7a3d1e2b9c80002",
        Name = "Sprite",
        Kind = TemplateKind.Sprite,
        Config = """{"Type":"Sprite","FrameType":"intra","Time":0,"Count":100,"SpriteSnapshotConfig":"""
            + """{"CellWidth":160,"Columns":10,"Lines":10}}""",
    };

    /// <summary>A WebVTT file with a frame for every ten seconds, and its sprites.</summary>
    public static Template WebVtt { get; } = new()
    {
        Id = "5e1f0a6c0d0b4c6fa7a3d1e2b9c80003",
        Name = "WebVTT",
        Kind = TemplateKind.WebVtt,
        Config = """{"Type":"WebVtt","FrameType":"intra","Time":0,"Interval":10,"Width":160,"IsSptFrag":true}""",
    };

    /// <summary>The first frame that is not black.</summary>
    public static Template Cover { get; } = new()
    {
        Id = "5e1f0a6c0d0b4c6fa7a3d1e2b9c80004",
        Name = "Cover",
        Kind = TemplateKind.Cover,
        Config = """{"Type":"Cover","FrameType":"intra","Time":0,"BlackLevel":90,"PixelBlackThreshold":30}""",
    };

    /// <summary>Chapters and speech.</summary>
    public static Template Language { get; } = new()
    {
        Id = "S00000101-300080",
        Name = "NLP",
        Kind = TemplateKind.SmartTag,
        Config = """{"Recognisers":["chapters","speech"]}""",
    };

    /// <summary>Everything that the service recognises.</summary>
    public static Template LanguageAndTags { get; } = new()
    {
        Id = "S00000103-000001",
        Name = "NLP and tags",
        Kind = TemplateKind.SmartTag,
        Config = """{"Recognisers":["chapters","speech","text","external"]}""",
    };

    /// <summary>Text in the picture, and the labels of the operator's own recogniser.</summary>
    public static Template Tags { get; } = new()
    {
        Id = "S00000103-000002",
        Name = "Tags",
        Kind = TemplateKind.SmartTag,
        Config = """{"Recognisers":["text","external"]}""",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Template> All { get; } =
        [Normal, Sprite, WebVtt, Cover, Language, LanguageAndTags, Tags];

    /// <summary>The one of each kind that is meant where a caller names none.</summary>
    public static IReadOnlyList<Template> Defaults { get; } = [Normal, Sprite, WebVtt, Cover, LanguageAndTags];

    /// <summary>The template with the id; null if the service has none.</summary>
    public static Template? Find(string id) =>
        All.FirstOrDefault(template => string.Equals(template.Id, id, StringComparison.Ordinal));
}
