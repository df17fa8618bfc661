namespace MediaInfo.Core.Templates;

/// <summary>What a template's job does.</summary>
public enum TemplateKind
{
    /// <summary>Takes snapshots, one picture each.</summary>
    Normal,

    /// <summary>Makes sprites.</summary>
    Sprite,

    /// <summary>Makes a WebVTT file with its pictures.</summary>
    WebVtt,

    /// <summary>Takes the one picture that stands for an object.</summary>
    Cover,

    /// <summary>Recognises what an object shows and says.</summary>
    SmartTag,
}
