namespace MediaInfo.Core.Jobs.Orders;

/// <summary>The format of a picture that this service makes.</summary>
public enum PictureFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,
}
