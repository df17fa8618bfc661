namespace MediaInfo.Probing.Headers;

/// <summary>Formats of pictures whose headers are read here.</summary>
public enum PictureFormat
{
    /// <summary>HEIF, which includes HEIC and AVIF (ISO/IEC 23008-12).</summary>
    Heif,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>PNG, with animation or without.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>TIFF.</summary>
    Tiff,

    /// <summary>Another still picture.</summary>
    Plain,
}
