using System.Text;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Reads a caller's own texts about a job.</summary>
/// <parameter name="Name" otherwise="absent from the job too" example="trailer" maxbytes="1024">
/// The caller's name for the job; up to 1,024 bytes of UTF-8.
/// </parameter>
/// <parameter name="UserData" otherwise="absent from the job too" example="order-17" maxbytes="1024" pattern="^[^-]">
/// The caller's own data, returned with the job and its message; up to 1,024 bytes of UTF-8, not beginning with '-'.
/// </parameter>
internal static class ImsJobTexts
{
    // The limit of MPS; this product documents none.
    private const int MaxBytes = 1024;

    /// <summary>The caller's name for the job; null for none.</summary>
    public static string? NameOf(RpcCall call) => call.Parameters["Name"];

    /// <summary>The caller's own data; null for none.</summary>
    public static string? UserDataOf(RpcCall call) => call.Parameters["UserData"];

    /// <summary>What is wrong with the texts; null if nothing is.</summary>
    public static RpcError? Problem(RpcCall call) =>
        NameOf(call) is { } name && Encoding.UTF8.GetByteCount(name) > MaxBytes ? ImsErrors.Invalid("Name")
        : UserDataOf(call) is { } data && !ImsUserData.Is(data) ? ImsErrors.Invalid("UserData")
        : null;
}
