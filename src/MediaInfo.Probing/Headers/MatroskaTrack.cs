using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Headers;

/// <summary>A track of a Matroska file and its encryption (RFC 9559, 5.1.4.1.31.8).</summary>
/// <param name="Type">TrackType.</param>
/// <param name="IsEncrypted">Whether it has the element ContentEncryption.</param>
/// <param name="Algorithm">ContentEncAlgo; 0 if not stated.</param>
/// <param name="Mode">AESSettingsCipherMode; 0 if not stated.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MatroskaTrack(int Type, bool IsEncrypted, int Algorithm, int Mode)
{
    /// <summary>Whether it is video, audio, subtitles or metadata.</summary>
    public bool IsStream => Type is 1 or 2 or 0x11 or 0x21;

    /// <summary>The name of its encryption.</summary>
    public string Scheme => (Algorithm, Mode) switch
    {
        (1, _) => "DES",
        (2, _) => "3DES",
        (3, _) => "Twofish",
        (4, _) => "Blowfish",
        (5, 1) => "AES-CTR",
        (5, 2) => "AES-CBC",
        (5, _) => "AES",
        _ => EncryptionFacts.Unnamed,
    };
}
