namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Names of the product's tag jobs.</summary>
internal static class TagApi
{
    /// <summary>The dialect's name in job documents.</summary>
    public const string Dialect = "ims-tags";
}
