using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using MediaInfo.Api.Alibaba.Signing;
using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Api.Huawei.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Benchmarks;

/// <summary>One signature check per scheme, for a query of ten jobs, compared with the bare HMAC of the text.</summary>
public class SignatureChecks
{
    private const string Secret = "testsecret";
    private const string SignedHeaders = "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private const string SdkHeaders = "content-type;host;x-project-id;x-sdk-date";
    private const string Date = "20240102T030405Z";

    private static readonly string Ids =
        string.Join(',', Enumerable.Range(0, 10).Select(i => $"fe5e0122d6455f5da7ade3a2516fad{i:x2}"));
    private static readonly string[] Names = SignedHeaders.Split(';');
    private static readonly string[] SdkNames = SdkHeaders.Split(';');

    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["AccessKeyId"] = "testid",
        ["Action"] = "QueryMediaInfoJobList",
        ["Format"] = "JSON",
        ["MediaInfoJobIds"] = Ids,
        ["SignatureMethod"] = "HMAC-SHA1",
        ["SignatureNonce"] = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
        ["SignatureVersion"] = "1.0",
        ["Timestamp"] = "2024-01-02T03:04:05Z",
        ["Version"] = "2014-06-18",
    };

    private static readonly KeyValuePair<string, string>[] Query = [new("MediaInfoJobIds", Ids)];

    private static readonly KeyValuePair<string, string>[] TaskQuery =
        [.. Enumerable.Range(0, 10).Select(i => KeyValuePair.Create("task_id", $"17321912345600{i:d2}"))];

    private static readonly HeaderDictionary Headers = new()
    {
        ["host"] = "127.0.0.1:7071",
        ["content-type"] = "application/json",
        ["x-acs-action"] = "QueryMediaInfoJobList",
        ["x-acs-content-sha256"] = Acs3Signature.Digest([]),
        ["x-acs-date"] = "2024-01-02T03:04:05Z",
        ["x-acs-signature-nonce"] = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
        ["x-acs-version"] = "2014-06-18",
        ["x-project-id"] = "local-project",
        ["x-sdk-date"] = Date,
    };

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret + "&");
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(TextOfRpc());
    private static readonly string RpcSent = RpcSignature.Sign(TextOfRpc(), Secret);
    private static readonly string Acs3Sent = Acs3Signature.Sign(TextOfAcs3(), Secret);
    private static readonly string SdkSent = SdkHmacSignature.Sign(TextOfSdk(), Secret);

    /// <summary>The work that no check of version 1.0 can avoid.</summary>
    [Benchmark(Baseline = true)]
    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is HMAC-SHA1.")]
    public byte[] BareHmacSha1() => HMACSHA1.HashData(Key, Text);

    /// <summary>Alibaba's version 1.0.</summary>
    [Benchmark]
    public bool RpcVersion1() => ConstantTime.Equal(RpcSent, RpcSignature.Sign(TextOfRpc(), Secret));

    /// <summary>Alibaba's version 3.</summary>
    [Benchmark]
    public bool Acs3() => ConstantTime.Equal(Acs3Sent, Acs3Signature.Sign(TextOfAcs3(), Secret));

    /// <summary>Huawei's.</summary>
    [Benchmark]
    public bool SdkHmac() => ConstantTime.Equal(SdkSent, SdkHmacSignature.Sign(TextOfSdk(), Secret));

    private static string TextOfRpc() => RpcSignature.StringToSign("GET", RpcSignature.CanonicalQuery(Parameters));

    private static string TextOfAcs3() => Acs3Signature.StringToSign(Acs3Signature.CanonicalRequest(
        "GET",
        "/",
        Acs3Signature.CanonicalQuery(Query),
        Acs3Signature.CanonicalHeaders(Names, Headers),
        SignedHeaders,
        Acs3Signature.Digest([])));

    private static string TextOfSdk() => SdkHmacSignature.StringToSign(Date, SdkHmacSignature.CanonicalRequest(
        "GET",
        SdkHmacSignature.CanonicalPath("/v1/local-project/extract-metadata"),
        SdkHmacSignature.CanonicalQuery(TaskQuery),
        SdkHmacSignature.CanonicalHeaders(SdkNames, Headers, "127.0.0.1:7071"),
        SdkHeaders,
        SdkHmacSignature.Digest([])));
}
