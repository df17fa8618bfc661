namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The formats of a response.</summary>
public enum RpcFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML.</summary>
    Xml,
}
