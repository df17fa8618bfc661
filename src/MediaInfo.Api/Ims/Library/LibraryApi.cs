namespace MediaInfo.Api.Ims.Library;

/// <summary>The names of the media library's API, which is part of Intelligent Media Services.</summary>
internal static class LibraryApi
{
    /// <summary>The product in permissions.</summary>
    public const string Product = "ice";

    /// <summary>The API version.</summary>
    public const string Version = "2020-11-09";
}
