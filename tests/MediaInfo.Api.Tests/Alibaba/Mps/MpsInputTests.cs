using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Alibaba.Mps;

public sealed class MpsInputTests
{
    private const string Account = "1000000000000001";

    private static readonly MpsInput Input = new(new ObjectAccess(
        new ObjectOptions { Locations = ["oss-cn-hangzhou"] },
        new AccountOptions { List = [new Account { Id = Account }] },
        new FewReservedNames()));

    [Theory]
    [InlineData("sample.mp4", "sample.mp4")]
    [InlineData("dir%2Fsample.mp4", "dir/sample.mp4")]
    [InlineData("dir%2fsample.mp4", "dir/sample.mp4")]
    [InlineData("dir/sample.mp4", "dir/sample.mp4")]
    [InlineData("a+b.mp4", "a+b.mp4")]
    [InlineData("a%2Bb.mp4", "a+b.mp4")]
    [InlineData("a b.mp4", "a b.mp4")]
    [InlineData("a%20b.mp4", "a b.mp4")]
    [InlineData("100%25.mp4", "100%.mp4")]
    [InlineData("100%.mp4", "100%.mp4")]
    [InlineData("a%2520b.mp4", "a%20b.mp4")]
    [InlineData("%E9%98%BF%E9%87%8C/mts%20HD%2B.mp4", "阿里/mts HD+.mp4")]
    [InlineData("阿里/视频.mp4", "阿里/视频.mp4")]
    [InlineData("%F0%9F%8E%AC.mp4", "🎬.mp4")]
    [InlineData("%FF.mp4", "%FF.mp4")]
    [InlineData("a%3Fb%23c%26d", "a?b#c&d")]
    [InlineData("../a/./b", "../a/./b")]
    [InlineData("-i", "-i")]
    public void An_object_is_decoded_exactly_once(string sent, string key) =>
        Assert.Equal((new ObjectRef("example-bucket", key), null), Input.Parse(Account, Json(@object: sent)));

    [Theory]
    [InlineData("only+space.mp4", "only space.mp4")]
    [InlineData("a+b%2Bc%20d.mp4", "a b+c d.mp4")]
    [InlineData("a%2Bb.mp4", null)]
    [InlineData("a b.mp4", null)]
    public void An_object_may_be_encoded_as_forms_are(string sent, string? key) =>
        Assert.Equal(key, MpsInput.FormKeyOf(Json(@object: sent)));

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void A_decoded_key_has_at_most_1024_characters(int length, bool taken)
    {
        var (source, error) = Input.Parse(Account, Json(@object: string.Concat(Enumerable.Repeat("%61", length))));

        Assert.Equal(taken ? length : null, source?.Key.Length);
        Assert.Equal(taken ? null : MpsErrors.OutOfRange("Object"), error);
    }

    [Fact]
    public void An_input_longer_than_any_key_needs_is_refused() =>
        Assert.Equal(
            (null, MpsErrors.OutOfRange("Input")),
            Input.Parse(Account, $$"""{{Json()[..^1]}},"More":"{{new string('a', ObjectRef.MaxTextLength)}}"}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("text")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("12")]
    [InlineData("{")]
    [InlineData("""{"Bucket":1}""")]
    [InlineData("""{"Bucket":["example-bucket"]}""")]
    [InlineData("""{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"a.mp4"},""")]
    [InlineData("""{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"\ud800"}""")]
    public void Anything_but_a_JSON_object_of_strings_is_refused(string json) =>
        Assert.Equal((null, MpsErrors.NoJsonObject("Input")), Input.Parse(Account, json));

    [Theory]
    [InlineData("Bucket")]
    [InlineData("Location")]
    [InlineData("Object")]
    public void Each_member_is_required_and_must_not_be_empty(string member)
    {
        var input = JsonNode.Parse(Json())!.AsObject();

        input[member] = "";
        Assert.Equal((null, MpsErrors.Empty(member)), Input.Parse(Account, input.ToJsonString()));
        input[member] = null;
        Assert.Equal((null, MpsErrors.Null(member)), Input.Parse(Account, input.ToJsonString()));
        input.Remove(member);
        Assert.Equal((null, MpsErrors.Null(member)), Input.Parse(Account, input.ToJsonString()));
    }

    [Fact]
    public void Member_names_are_case_sensitive_and_unknown_members_are_ignored()
    {
        Assert.Equal(
            MpsErrors.Null("Bucket"), Input.Parse(Account, """{"bucket":"b","Location":"oss-cn-hangzhou","Object":"a"}""").Error);
        Assert.Null(Input.Parse(Account, """{"Referer":"x","Bucket":"b","Location":"oss-cn-hangzhou","Object":"a"}""").Error);
    }

    [Fact]
    public void Another_location_is_not_supported() =>
        Assert.Equal((null, MpsErrors.NotSupported("Location")), Input.Parse(Account, Json(location: "oss-cn-beijing")));

    [Theory]
    [InlineData("mediainfo-jobs")]
    [InlineData("$root")]
    public void The_services_own_containers_are_denied(string bucket) =>
        Assert.Equal((null, MpsErrors.ResourceDenied), Input.Parse(Account, Json(bucket: bucket)));

    [Fact]
    public void Another_accounts_bucket_is_denied_with_the_same_error() =>
        Assert.Equal((null, MpsErrors.ResourceDenied), Input.Parse("1000000000000002", Json()));

    private static string Json(string bucket = "example-bucket", string location = "oss-cn-hangzhou", string @object = "a.mp4") =>
        JsonSerializer.Serialize(
            new Dictionary<string, string> { ["Bucket"] = bucket, ["Location"] = location, ["Object"] = @object });
}
