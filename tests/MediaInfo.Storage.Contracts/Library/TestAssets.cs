using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Library;

/// <summary>Assets that no other test uses.</summary>
public static class TestAssets
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero).AddMilliseconds(125);

    public static Asset New(string? account = null, string? id = null) => new()
    {
        Key = new AssetKey(account ?? Unique.Name("account"), id ?? Unique.Id()),
        InputUrl = "oss://example-bucket/视频/a+b c.mp4",
        Source = new ObjectRef("example-bucket", "视频/a+b c.mp4"),
        Region = "cn-hangzhou",
        MediaType = "video",
        BusinessType = "general",
        Title = "标题 \"1\"",
        Tags = ["one", "two"],
        CategoryId = 3048,
        UserData = "{\"a\":1}",
        ReferenceId = "reference-1",
        CreatedAt = Now,
        ModifiedAt = Now,
    };

    public static Asset Analyzed(this Asset asset) => asset with
    {
        Status = AssetStatus.Normal,
        JobId = "0123456789abcdef0123456789abcdef",
        Result = ResultPart.Streams,
        AnalyzedAt = Now.AddSeconds(2),
    };
}
