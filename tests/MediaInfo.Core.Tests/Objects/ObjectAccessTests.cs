using MediaInfo.Core.Accounts;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Objects;

public sealed class ObjectAccessTests
{
    private const string One = "one";
    private const string Two = "two";
    private static readonly Account[] Alone = [new() { Id = One }];

    [Theory]
    [InlineData("oss-cn-hangzhou", true)]
    [InlineData("region01", true)]
    [InlineData("OSS-cn-hangzhou", false)]
    [InlineData("oss-cn-beijing", false)]
    [InlineData("oss-cn-hangzhou ", false)]
    [InlineData("", false)]
    public void Only_the_configured_locations_are_served(string location, bool served) =>
        Assert.Equal(
            served, Access(new ObjectOptions { Locations = ["oss-cn-hangzhou", "region01"] }, Alone).ServesLocation(location));

    [Theory]
    [InlineData("example-bucket", true)]
    [InlineData("mediainfo", true)]
    [InlineData("mediainfo-jobs", false)]
    [InlineData("azure-webjobs-hosts", false)]
    [InlineData("$web", false)]
    public void A_single_account_may_use_every_bucket_except_reserved_ones(string bucket, bool may)
    {
        var access = Access(new ObjectOptions(), Alone);

        Assert.Equal((may, may), (access.MayRead(One, bucket), access.MayWrite(One, bucket)));
        Assert.False(access.MayRead(Two, bucket));
    }

    [Theory]
    [InlineData("mediainfo-files")]
    [InlineData("MediaInfo-Files")]
    public void No_account_may_use_the_services_own_bucket(string bucket)
    {
        Account[] accounts = [new() { Id = One, Buckets = [new BucketGrant { Name = "*", Access = BucketAccess.ReadWrite }] }];
        var access = new ObjectAccess(
            new ObjectOptions(), new AccountOptions { List = accounts }, Substitute.For<IReservedNames>());

        Assert.Equal((false, false), (access.MayRead(One, bucket), access.MayWrite(One, bucket)));
        Assert.True(access.MayWrite(One, "another"));
    }

    [Theory]
    [InlineData("example-bucket", true)]
    [InlineData("Example-bucket", false)]
    [InlineData("example-bucket2", false)]
    [InlineData("mediainfo-jobs", false)]
    public void A_list_of_buckets_limits_what_any_account_may_use(string bucket, bool may)
    {
        var options = new ObjectOptions { Buckets = ["example-bucket", "mediainfo-jobs"] };
        Account[] granted = [Of(One, ("*", BucketAccess.ReadWrite)), Of(Two, ("two-*", BucketAccess.ReadWrite))];

        foreach (var access in new[] { Access(options, Alone), Access(options, granted) })
        {
            Assert.Equal((may, may), (access.MayRead(One, bucket), access.MayWrite(One, bucket)));
        }

        Assert.False(Access(options, granted).MayRead(Two, "two-films"));
    }

    [Theory]
    [InlineData("films", One)]
    [InlineData("two", One)]
    [InlineData("two-films", Two)]
    [InlineData("two-of-one", One)]
    [InlineData("shared", "both")]
    [InlineData("mediainfo-jobs", "nobody")]
    [InlineData("two-films ", Two)]
    [InlineData("TWO-films", One)]
    public void The_most_specific_matching_grant_applies(string bucket, string owner)
    {
        var access = Access(
            new ObjectOptions(),
            Of(One, ("*", BucketAccess.Read), ("shared", BucketAccess.Read), ("two-of-one", BucketAccess.Read)),
            Of(Two, ("two-*", BucketAccess.Read), ("shared", BucketAccess.Read)));

        Assert.Equal(
            (owner is One or "both", owner is Two or "both"), (access.MayRead(One, bucket), access.MayRead(Two, bucket)));
        Assert.False(access.MayRead("three", bucket));
    }

    [Fact]
    public void Files_are_written_only_if_the_most_specific_grant_allows_it()
    {
        var access = Access(new ObjectOptions(), Of(One, ("*", BucketAccess.ReadWrite), ("archive-*", BucketAccess.Read)));

        Assert.True(access.MayWrite(One, "films"));
        Assert.Equal((true, false), (access.MayRead(One, "archive-2024"), access.MayWrite(One, "archive-2024")));
    }

    private static Account Of(string id, params (string Name, BucketAccess Access)[] buckets) =>
        new()
        {
            Id = id,
            Buckets = [.. buckets.Select(bucket => new BucketGrant { Name = bucket.Name, Access = bucket.Access })],
        };

    private static ObjectAccess Access(ObjectOptions options, params Account[] accounts) =>
        new(options, new AccountOptions { List = accounts }, new FewReservedNames());
}
