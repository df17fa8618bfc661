using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MediaInfo.Api.Tests.Reports;

public sealed class CreateUploadTests : IDisposable
{
    private static readonly ObjectRef Target = new("example-bucket", "dir/测试 1.mp4");

    private readonly IObjectUploads _uploads = Substitute.For<IObjectUploads>();
    private readonly ApiRig _rig;

    public CreateUploadTests()
    {
        _uploads.SignAsync(default!, default, default).ReturnsForAnyArgs(call => new UploadAddress(
            new Uri($"https://storage.example.com/{call.Arg<ObjectUpload>().Target.Bucket}/x?signed"),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" },
            ApiJobs.CreatedAt + call.Arg<TimeSpan>()));
        _uploads.CanHave(Target).Returns(true);
        _rig = new ApiRig(services => services.AddSingleton(_uploads));
    }

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_answer_says_where_and_how_to_send_the_object()
    {
        GoldenFile.Matches((await _rig.SendAsync(Call())).Pretty, "Reports");

        await _uploads.Received(1).SignAsync(
            new ObjectUpload(Target, 1000, Overwrite: false), TimeSpan.FromHours(1), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_object_that_exists_is_replaced_only_on_demand()
    {
        _rig.Objects.Put(Target, new byte[10]);

        Assert.Equal(
            (409, "ObjectExists", "The object exists. Choose another name, or set Overwrite to true."),
            (await _rig.SendAsync(Call())).Error);
        Assert.Equal(200, (await _rig.SendAsync(Call().With(("Overwrite", "true")))).Status);
        await _uploads.Received(1).SignAsync(
            new ObjectUpload(Target, 1000, Overwrite: true), Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("Bucket", "read-only", 403, "Forbidden.Bucket")]
    [InlineData("Bucket", "other-bucket", 403, "Forbidden.Bucket")]
    [InlineData("Bucket", "mediainfo-files", 403, "Forbidden.Bucket")]
    [InlineData("Bucket", "", 400, "MissingBucket")]
    [InlineData("Bucket", "../etc", 400, "InvalidParameter.Bucket")]
    [InlineData("Bucket", "Example", 400, "InvalidParameter.Bucket")]
    [InlineData("Object", "", 400, "MissingObject")]
    [InlineData("Object", "dir/../out.mp4", 400, "InvalidParameter.Object")]
    [InlineData("Object", "a\u0001b", 400, "InvalidParameter.Object")]
    [InlineData("Size", "", 400, "MissingSize")]
    [InlineData("Size", "0", 400, "InvalidParameter.Size")]
    [InlineData("Size", "-1", 400, "InvalidParameter.Size")]
    [InlineData("Size", "2147483649", 400, "UploadTooLarge")]
    [InlineData("Overwrite", "yes", 400, "InvalidParameter.Overwrite")]
    public async Task What_may_not_be_sent_gets_no_address(string parameter, string value, int status, string code)
    {
        var answer = await _rig.SendAsync(Call().With((parameter, value)));

        Assert.Equal((status, code), (answer.Status, answer.Error.Code));
        await _uploads.DidNotReceiveWithAnyArgs().SignAsync(default!, default, default);
    }

    [Fact]
    public async Task A_key_that_may_only_read_gets_no_address() => Assert.Equal(
        "Forbidden.RAM", (await _rig.SendAsync(Call().By("reader", "readersecret"))).Error.Code);

    [Fact]
    public async Task Without_the_right_to_sign_there_are_no_addresses()
    {
        using var rig = new ApiRig(services =>
        {
            var none = Substitute.For<IObjectUploads>();
            none.CanHave(Target).Returns(true);
            none.SignAsync(default!, default, default).ReturnsForAnyArgs((UploadAddress?)null);
            services.AddSingleton(none);
        });

        Assert.Equal(
            (409, "UploadsUnavailable", "This service gives no addresses for uploads."), (await rig.SendAsync(Call())).Error);
    }

    private static RpcRequest Call() => RpcRequest.Of(
        "CreateUpload",
        ("Version", "2026-01-01"),
        ("Bucket", Target.Bucket),
        ("Object", Target.Key),
        ("Size", "1000"));
}
