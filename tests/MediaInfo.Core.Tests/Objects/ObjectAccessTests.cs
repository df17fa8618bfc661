using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tests.Objects;

public sealed class ObjectAccessTests
{
    [Theory]
    [InlineData("oss-cn-hangzhou", true)]
    [InlineData("region01", true)]
    [InlineData("OSS-cn-hangzhou", false)]
    [InlineData("oss-cn-beijing", false)]
    [InlineData("oss-cn-hangzhou ", false)]
    [InlineData("", false)]
    public void Only_the_configured_locations_are_served(string location, bool served) =>
        Assert.Equal(served, new ObjectAccess(new ObjectOptions { Locations = ["oss-cn-hangzhou", "region01"] }).ServesLocation(location));

    [Theory]
    [InlineData("example-bucket", true)]
    [InlineData("mediainfo", true)]
    [InlineData("mediainfo-jobs", false)]
    [InlineData("mediainfo-", false)]
    [InlineData("$root", false)]
    [InlineData("$logs", false)]
    [InlineData("$web", false)]
    public void Without_a_list_every_bucket_but_this_services_and_storages_own_may_be_read(string bucket, bool may) =>
        Assert.Equal(may, new ObjectAccess(new ObjectOptions()).MayRead(bucket));

    [Theory]
    [InlineData("example-bucket", true)]
    [InlineData("Example-bucket", false)]
    [InlineData("example-bucket2", false)]
    [InlineData("mediainfo-jobs", false)]
    [InlineData("$root", false)]
    public void With_a_list_only_its_buckets_may_be_read_and_never_this_services_own(string bucket, bool may) =>
        Assert.Equal(may, new ObjectAccess(new ObjectOptions { Buckets = ["example-bucket", "mediainfo-jobs", "$root"] }).MayRead(bucket));

    [Theory]
    [InlineData("example-bucket", true)]
    [InlineData("mediainfo-jobs", false)]
    [InlineData("mediainfo-leases", false)]
    [InlineData("azure-webjobs-secrets", false)]
    [InlineData("azure-webjobs-hosts", false)]
    [InlineData("$web", false)]
    public void Result_files_go_to_callers_buckets_and_never_to_the_hosts(string bucket, bool may) =>
        Assert.Equal(may, new ObjectAccess(new ObjectOptions()).MayWrite(bucket));

    [Fact]
    public void A_list_of_buckets_counts_for_result_files_too() =>
        Assert.False(new ObjectAccess(new ObjectOptions { Buckets = ["example-bucket"] }).MayWrite("another"));
}
