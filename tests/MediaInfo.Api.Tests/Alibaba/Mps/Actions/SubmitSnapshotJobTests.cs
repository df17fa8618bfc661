using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class SubmitSnapshotJobTests : IDisposable
{
    private const string Action = "SubmitSnapshotJob";
    private const string Out = """ "Bucket":"example-bucket","Location":"oss-cn-hangzhou" """;
    private const string Shots = """ "OutputFile":{§out,"Object":"out%2F{Count}.jpg"} """;
    private const string Tiles = """ "TileOutputFile":{§out,"Object":"tiles/{TileCount}.png"} """;

    private readonly FakeFrameReader _frames = new();
    private readonly ApiRig _rig;

    public SubmitSnapshotJobTests() => _rig = new ApiRig(services => services.AddSingleton<IFrameReader>(_frames));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_of_a_job_in_the_background() => GoldenFile.Matches(
        (await SubmitAsync(
            """
            {§shots,§tiles,"Time":"5","Num":"10","Interval":"20","Width":"640","Height":"360","FrameType":"normal","TileOut":{
            "Lines":"2","Columns":"5","CellWidth":"160","CellHeight":"90","Margin":"4","Padding":"2","Color":"black",
            "IsKeepCellPic":"true","CellSelStep":"1"}}
            """,
            ("UserData", "mine"))).Pretty,
        "Mps");

    [Fact]
    public async Task Several_frames_are_a_job_in_the_background()
    {
        await SubmitAsync("""{§shots,"Num":"3","FrameType":"normal","Width":"640"}""", ("UserData", "mine"));

        var job = await JobAsync();
        Assert.Equal(("mps-snapshots", "mine", false), (job.Dialect, job.UserData, job.Synchronous));
        Assert.Equal((false, false), (job.Extras.Digest, job.Extras.Packets));
        Assert.Equal(
            new FrameOrder(FrameOrderKind.Snapshots)
            {
                Count = 3,
                Interval = TimeSpan.FromSeconds(10),
                KeyFrames = false,
                Width = 640,
                Output = new ObjectRef("example-bucket", "out/{Count}.jpg"),
            },
            Assert.Single(job.Extras.Frames));
    }

    [Theory]
    [InlineData("""  "Num":"1" """, 1, null)]
    [InlineData("""  "Num":"1","Interval":"5" """, 1, null)]
    [InlineData("""  "Num":"4","Interval":"5" """, 4, 5)]
    [InlineData("""  "Num":"4","Interval":"0" """, 4, null)]
    [InlineData("""  "Interval":"5" """, null, 5)]
    public async Task Num_and_Interval_say_which_frames_are_taken(string config, int? count, int? seconds)
    {
        await SubmitAsync($"{{§shots,{config}}}");

        var order = Assert.Single((await JobAsync()).Extras.Frames);
        Assert.Equal((count, seconds), (order.Count, (int?)order.Interval?.TotalSeconds));
    }

    [Fact]
    public async Task One_frame_is_answered_with_its_result()
    {
        _rig.Scheduler.Work = async key =>
        {
            var stored = await _rig.Jobs.FindAsync(key, default);
            await _rig.Jobs.ReplaceAsync(
                stored!, stored!.Job with { State = JobState.Succeeded, EndedAt = ApiJobs.CreatedAt }, default);
            await _rig.Get<FrameResults>().AddAsync(
                key,
                new FrameSets(
                    [
                        new FrameSet(
                            FrameOrderKind.Snapshots,
                            [new Picture(new ObjectRef("example-bucket", "out/00001.jpg"), 320, 180, 1000, [4])]),
                    ],
                    ProbeUsage.Zero,
                    ETag: null),
                default);
        };

        var answer = await SubmitAsync("""{§shots,"Time":"4000"}""");

        GoldenFile.Matches(answer.Pretty, "Mps");
        var job = await JobAsync();
        Assert.True(job.Synchronous);
        Assert.Equal((1, TimeSpan.FromSeconds(4)), (job.Extras.Frames[0].Count, job.Extras.Frames[0].Start));
    }

    [Fact]
    public async Task A_sprite_keeps_its_single_pictures_unless_told_otherwise()
    {
        await SubmitAsync("""{§shots,§tiles,"Num":"6","TileOut":{"Lines":"2","Columns":"3","CellWidth":"100"}}""");
        await SubmitAsync("""{§shots,§tiles,"Num":"6","TileOut":{"IsKeepCellPic":"false"}}""");

        var orders = (await JobAsync()).Extras.Frames;
        Assert.Equal([FrameOrderKind.Snapshots, FrameOrderKind.Sprite], orders.Select(order => order.Kind));
        Assert.Equal(new SpriteLayout(3, 2) { CellWidth = 100 }, orders[1].Sprite);
        Assert.Equal(("tiles/{TileCount}.png", PictureFormat.Png), (orders[1].Output!.Key, orders[1].Format));
        Assert.Equal(
            [FrameOrderKind.Sprite], (await JobAsync(2)).Extras.Frames.Select(order => order.Kind));
    }

    [Fact]
    public async Task A_WebVTT_file_has_its_pictures_in_a_folder_of_its_name()
    {
        await SubmitAsync(
            """{"OutputFile":{§out,"Object":"a/b.vtt"},"Format":"vtt","Num":"4","SubOut":{"IsSptFrag":"true"}}""");

        var order = Assert.Single((await JobAsync()).Extras.Frames);
        Assert.Equal(
            ("a/b.vtt", "a/b/snapshot-tile-{TileCount}.jpg", 10),
            (order.VttOutput!.Key, order.Output!.Key, order.Sprite!.Columns));
    }

    [Theory]
    [InlineData("{ObjectPrefix}{FileName}-{Count}.{ExtName}", "dir/sample 测试-{Count}.mp4")]
    [InlineData("%7BFileName%7D/%7BCount%7D", "sample 测试/{Count}")]
    [InlineData("{SnapshotTime}.jpg", "2500.jpg")]
    public async Task Parts_of_the_inputs_name_are_put_into_the_outputs(string key, string named)
    {
        await SubmitAsync($"{{\"OutputFile\":{{§out,\"Object\":\"{key}\"}},\"Time\":\"2500\",\"Num\":\"1\"}}");

        Assert.Equal(named, Assert.Single((await JobAsync()).Extras.Frames).Output!.Key);
    }

    [Theory]
    [InlineData("{}", "InvalidParameter.NullValue", "SnapshotConfig.OutputFile")]
    [InlineData("[]", "InvalidParameter.JsonObjectFormatInvalid", "SnapshotConfig")]
    [InlineData("""{"OutputFile":[]}""", "InvalidParameter", "SnapshotConfig.OutputFile")]
    [InlineData(
        """{"OutputFile":{"Bucket":"example-bucket"}}""", "InvalidParameter.NullValue", "SnapshotConfig.OutputFile.Location")]
    [InlineData("""{§shots,"Num":"0"}""", "InvalidParameter", "SnapshotConfig.Num")]
    [InlineData("""{§shots,"Interval":"x"}""", "InvalidParameter", "SnapshotConfig.Interval")]
    [InlineData("""{§shots,"Width":"4097"}""", "InvalidParameter", "SnapshotConfig.Width")]
    [InlineData("""{§shots,"FrameType":"b"}""", "InvalidParameter", "SnapshotConfig.FrameType")]
    [InlineData("""{§shots,"TileOut":{"Lines":"0"}}""", "InvalidParameter", "SnapshotConfig.TileOut.Lines")]
    [InlineData("""{§shots,"TileOut":{"Lines":"1"}}""", "InvalidParameter.NullValue", "SnapshotConfig.TileOutputFile")]
    [InlineData(
        """{§shots,"TileOut":{"CellSelStep":"2"}}""", "InvalidParameter.NotSupported", "SnapshotConfig.TileOut.CellSelStep")]
    [InlineData("""{§shots,"TimeArray":[1,2]}""", "InvalidParameter.NotSupported", "SnapshotConfig.TimeArray")]
    [InlineData("""{§shots,"Format":"gif"}""", "InvalidParameter", "SnapshotConfig.Format")]
    [InlineData("""{§shots,"Format":"vtt"}""", "InvalidParameter", "SnapshotConfig.OutputFile.Object")]
    public async Task Wrong_settings_are_refused(string config, string code, string about)
    {
        var answer = await SubmitAsync(config);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Contains($"\"{about}\"", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oss-cn-beijing", "example-bucket", "{Count}.jpg", 400, "InvalidParameter.NotSupported")]
    [InlineData("oss-cn-hangzhou", "other-bucket", "{Count}.jpg", 403, "PermissionDenied.ResourceAccess")]
    [InlineData("oss-cn-hangzhou", "example-bucket", "a.jpg", 400, "InvalidParameter")]
    [InlineData("oss-cn-hangzhou", "example-bucket", "{SnapshotTime}{Count}", 400, "InvalidParameter.NotSupported")]
    public async Task An_output_that_cannot_be_written_is_refused(
        string location, string bucket, string key, int status, string code)
    {
        var answer = await SubmitAsync(
            $$"""{"OutputFile":{"Bucket":"{{bucket}}","Location":"{{location}}","Object":"{{key}}"},"Num":"2"}""");

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_call_without_a_required_parameter_is_refused()
    {
        Assert.Equal("MissingSnapshotConfig", (await CallAsync(("Input", ApiJobs.Input))).Code);
        Assert.Equal("MissingInput", (await CallAsync(("SnapshotConfig", Filled("{§shots}")))).Code);
    }

    [Fact]
    public async Task An_unknown_pipeline_and_long_user_data_are_refused()
    {
        Assert.Equal(404, (await SubmitAsync("""{§shots,"Num":"2"}""", ("PipelineId", "unknown"))).Status);
        Assert.Equal(
            "InvalidParameter.OutOfRange",
            (await SubmitAsync("""{§shots,"Num":"2"}""", ("UserData", new string('a', 1025)))).Code);
    }

    [Fact]
    public async Task Without_ffmpeg_the_call_says_so()
    {
        _frames.Problem = "There is no ffmpeg";

        var answer = await SubmitAsync("""{§shots,"Num":"2"}""");

        Assert.Equal((503, "ServiceUnavailable"), (answer.Status, answer.Code));
        Assert.Contains("ffmpeg", (string?)answer.Json["Reason"], StringComparison.Ordinal);
    }

    private Task<WireAnswer> SubmitAsync(string config, params (string, string)[] more) =>
        CallAsync([("Input", ApiJobs.Input), ("SnapshotConfig", Filled(config)), .. more]);

    private static string Filled(string config) => config
        .Replace("§shots", Shots, StringComparison.Ordinal)
        .Replace("§tiles", Tiles, StringComparison.Ordinal)
        .Replace("§out", Out, StringComparison.Ordinal);

    private Task<WireAnswer> CallAsync(params (string, string)[] parameters) =>
        _rig.SendAsync(RpcRequest.Of(Action, parameters));

    private async Task<AnalysisJob> JobAsync(int number = 1) =>
        (await _rig.Jobs.FindAsync(ApiJobs.Key(number), default))!.Job;
}
