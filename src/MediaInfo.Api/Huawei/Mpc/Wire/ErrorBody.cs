namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>The body of an error response. Source: "Error Codes" of the product.</summary>
/// <param name="ErrorCode">The error's code.</param>
/// <param name="ErrorMsg">The error's message, as documented.</param>
/// <param name="RequestId">
/// The request's id; null except for errors of the vendor's gateway.
/// <example>"4f2b8c1e0d3a4b5c9e8f7a6b5c4d3e2f"</example>
/// </param>
/// <param name="Reason">
/// Our extension: what is wrong, as a sentence of ours; null if error_msg says all. The vendor's SDKs ignore it.
/// </param>
public sealed record ErrorBody(string ErrorCode, string ErrorMsg, string? RequestId, string? Reason);
