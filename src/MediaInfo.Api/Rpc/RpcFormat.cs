namespace MediaInfo.Api.Rpc;

/// <summary>The forms an answer can have.</summary>
public enum RpcFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML.</summary>
    Xml,
}
