using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class AddPipelineTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public static TheoryData<string, int> Names => new()
    {
        { "a", 200 },
        { "测试-1_a", 200 },
        { new string('a', 128), 200 },
        { new string('测', 42) + "aa", 200 },
    };

    public static TheoryData<string, string> WrongNames => new()
    {
        { new string('a', 129), "InvalidParameter.OutOfRange" },
        { new string('测', 43), "InvalidParameter.OutOfRange" },
        { "-a", "InvalidParameter" },
        { "_a", "InvalidParameter" },
        { "a b", "InvalidParameter" },
        { "a/b", "InvalidParameter" },
        { "a🎬", "InvalidParameter" },
    };

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_pipeline_is_stored_as_requested()
    {
        var answer = await AddAsync(
            ("Name", "own"),
            ("Speed", "Boost"),
            ("SpeedLevel", "3"),
            ("Role", "AliyunMTSDefaultRole"),
            ("NotifyConfig", """{"QueueName":"my-queue"}"""));

        var stored = (await _rig.Pipelines.FindAsync(ApiRig.Account, (string)answer.Json["Pipeline"]!["Id"]!, default))!.Pipeline;
        var expected = new Pipeline
        {
            Id = stored.Id,
            Name = "own",
            State = PipelineState.Active,
            CreatedAt = _rig.Time.GetUtcNow(),
            Speed = "Boost",
            SpeedLevel = 3,
            Role = "AliyunMTSDefaultRole",
            Notify = new NotifyTarget { QueueName = "my-queue" },
        };
        Assert.Equal(expected, stored);
    }

    [Fact]
    public async Task A_name_is_required() =>
        Assert.Equal((400, "MissingName", "Name is mandatory for this action."), (await AddAsync()).Error);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_may_hold_letters_digits_and_hyphens(string name, int status) =>
        Assert.Equal(status, (await AddAsync(("Name", name))).Status);

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task Any_other_name_is_refused(string name, string code) =>
        Assert.Equal((400, code), Short(await AddAsync(("Name", name))));

    [Theory]
    [InlineData("Standard")]
    [InlineData("Boost")]
    [InlineData("NarrowBandHDV2")]
    [InlineData("AIVideoCover")]
    [InlineData("AIVideoTag")]
    [InlineData("AIVideoFPShot")]
    [InlineData("AIVideoCensor")]
    [InlineData("AIVideoMCU")]
    [InlineData("AIVideoSummary")]
    [InlineData("AIVideoPorn")]
    [InlineData("AIAudioKWS")]
    [InlineData("AIAudioASR")]
    public async Task Every_documented_speed_is_accepted(string speed) =>
        Assert.Equal(speed, (string?)(await AddAsync(("Name", "a"), ("Speed", speed))).Json["Pipeline"]!["Speed"]);

    [Theory]
    [InlineData("Speed", "standard", "InvalidParameter")]
    [InlineData("Speed", "Fast", "InvalidParameter")]
    [InlineData("SpeedLevel", "0", "InvalidParameter.OutOfRange")]
    [InlineData("SpeedLevel", "4", "InvalidParameter.OutOfRange")]
    [InlineData("SpeedLevel", "-1", "InvalidParameter.OutOfRange")]
    [InlineData("SpeedLevel", "1.5", "InvalidParameter.OutOfRange")]
    [InlineData("SpeedLevel", "x", "InvalidParameter.OutOfRange")]
    [InlineData("NotifyConfig", "[]", "InvalidParameter.JsonObjectFormatInvalid")]
    public async Task Any_other_value_is_refused_and_creates_nothing(string parameter, string value, string code)
    {
        Assert.Equal((400, code), Short(await AddAsync(("Name", "a"), (parameter, value))));
        Assert.Empty(await _rig.Pipelines.ListAsync(ApiRig.Account, default));
    }

    [Fact]
    public async Task The_quota_includes_the_default_pipeline_and_is_enforced()
    {
        using var rig = new ApiRig(services => services.AddSingleton(new PipelineOptions { MaxPerAccount = 2 }));

        Assert.Equal(200, (await rig.SendAsync(RpcRequest.Of("AddPipeline", ("Name", "a")))).Status);
        Assert.Equal(
            (403, "QuotaExceeded", "The resource \"Pipeline\" quota has been used up"),
            (await rig.SendAsync(RpcRequest.Of("AddPipeline", ("Name", "b")))).Error);
        Assert.Equal(200, (await rig.SendAsync(RpcRequest.Of("AddPipeline", ("Name", "b")).By("otherid", "othersecret"))).Status);
    }

    private static (int Status, string? Code) Short(WireAnswer answer) => (answer.Error.Status, answer.Error.Code);

    private Task<WireAnswer> AddAsync(params (string Name, string Value)[] parameters) =>
        _rig.SendAsync(RpcRequest.Of("AddPipeline", parameters));
}
