using System.Text;
using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A valid call of every action.</summary>
/// <param name="key">An object of the bucket.</param>
/// <param name="job">A job that has ended.</param>
/// <param name="pipeline">A pipeline other than the default one.</param>
/// <param name="asset">An asset of the library.</param>
/// <param name="task">A task of Media Processing Center.</param>
internal sealed class KnownCalls(string key, string job, string pipeline, string asset, string task)
{
    private const string Reports = "2026-01-01";
    private static readonly Dialect[] OfAlibaba =
        [Dialect.RpcQuery, Dialect.RpcForm, Dialect.Acs3Query, Dialect.Acs3Form, Dialect.Acs3Json];

    /// <summary>All calls; those of Alibaba's products in every form and with every signature.</summary>
    public IReadOnlyList<ApiCall> All() =>
    [
        .. OfAlibaba.SelectMany(dialect => Mps().Select(call => new ApiCall(dialect, call.Action, call.Parameters))),
        .. OfAlibaba.SelectMany(
            dialect => Ims().Select(call => new ApiCall(dialect, call.Action, call.Parameters) { Version = RpcClient.Ims })),
        .. OfAlibaba.Select(dialect => new ApiCall(dialect, "GetProbeReport", [("JobId", job)]) { Version = Reports }),
        .. Enumerable.Repeat(Mpc(), 4).SelectMany(calls => calls),
    ];

    private string Url => $"oss://{StandaloneFixture.Bucket}/{key}";

    private string Input => $$"""{"Bucket":"{{StandaloneFixture.Bucket}}","Location":"oss-cn-hangzhou","Object":"{{key}}"}""";

    private IEnumerable<(string Action, (string, string)[] Parameters)> Mps() =>
    [
        ("SubmitMediaInfoJob", [
            ("Input", Input),
            ("Async", "true"),
            ("UserData", "of a test"),
            ("PipelineId", pipeline),
            ("MediaInfoConfig", "{}"),
        ]),
        ("QueryMediaInfoJobList", [("MediaInfoJobIds", $"{job},{job}")]),
        ("AddPipeline", [
            ("Name", "fuzz"),
            ("NotifyConfig", """{"QueueName":"mediainfo-callbacks"}"""),
            ("Speed", "Standard"),
            ("SpeedLevel", "1"),
        ]),
        ("UpdatePipeline", [("PipelineId", pipeline), ("Name", "fuzz"), ("State", "Active"), ("NotifyConfig", "{}")]),
        ("QueryPipelineList", [("PipelineIds", pipeline)]),
        ("SearchPipeline", [("PageNumber", "1"), ("PageSize", "10"), ("State", "All")]),
        ("DeletePipeline", [("PipelineId", "00000000000000000000000000000000")]),
    ];

    private IEnumerable<(string Action, (string, string)[] Parameters)> Ims() =>
    [
        ("SubmitMediaInfoJob",
        [
            ("Input", $$"""{"Type":"OSS","Media":"{{Url}}"}"""), ("Name", "fuzz"), ("UserData", "u"),
            ("ScheduleConfig", $$"""{"PipelineId":"{{pipeline}}","Priority":6}"""),
        ]),
        ("SubmitSyncMediaInfoJob", [("Input", $$"""{"Type":"OSS","Media":"{{Url}}"}"""), ("Config", """{"Packets":false}""")]),
        ("GetMediaInfoJob", [("JobId", job)]),
        ("ListMediaInfoJobs",
        [
            ("Status", "Success"), ("StartOfCreateTime", "2024-01-01T00:00:00Z"), ("EndOfCreateTime", "2044-01-01T00:00:00Z"),
            ("OrderBy", "CreateTimeDesc"), ("PageSize", "5"), ("NextPageToken", job),
        ]),
        ("RegisterMediaInfo",
        [
            ("InputURL", Url),
            ("MediaType", "video"),
            ("Title", "t"),
            ("MediaTags", "a,b"),
            ("Overwrite", "true"),
            ("ReferenceId", $"of-{key[..^4]}"),
        ]),
        ("AddCategory", [("CateName", "fuzz"), ("ParentId", "100000001"), ("Type", "default")]),
        ("GetCategories", [("CateId", "-1"), ("PageNo", "1"), ("PageSize", "10"), ("SortBy", "CreationTime:Asc")]),
        ("UpdateCategory", [("CateId", "100000001"), ("CateName", "fuzz")]),
        ("DeleteCategory", [("CateId", "100000001")]),
        ("SearchMedia",
        [
            ("Match", "title = 'a' and (status in ('2','3') or utcCreate = ['1',2))"), ("SortBy", "utcCreate:Desc"),
            ("PageNo", "1"), ("PageSize", "10"), ("ScrollToken", asset),
        ]),
        ("GetMediaInfo", [("MediaId", asset), ("OutputType", "oss"), ("AuthTimeout", "3600")]),
        ("BatchGetMediaInfos", [("MediaIds", $"{asset},{asset}"), ("AdditionType", "FileInfo")]),
        ("ListMediaBasicInfos",
        [
            ("MaxResults", "10"), ("NextToken", asset), ("SortBy", "desc"), ("StartTime", "2024-01-01T00:00:00Z"),
            ("EndTime", "2044-01-01T00:00:00Z"), ("IncludeFileBasicInfo", "true"), ("Source", "oss"), ("Status", "Normal"),
        ]),
        (
            "UpdateMediaInfo",
            [("MediaId", asset), ("Title", "new"), ("MediaTags", "c"), ("AppendTags", "true"), ("UserData", "u")]),
        ("DeleteMediaInfos", [("MediaIds", "00000000000000000000000000000000")]),
        (
            "SetEventCallback",
            [("CallbackType", "MNS"), ("CallbackQueueName", "mediainfo-callbacks"), ("EventTypeList", "ProduceMediaComplete")]),
        ("GetEventCallback", []),
    ];

    private ApiCall[] Mpc()
    {
        var place = $$"""{"bucket":"{{StandaloneFixture.Bucket}}","location":"region01","object":"{{key}}"}""";
        var output = $$"""{"bucket":"{{StandaloneFixture.Bucket}}","location":"region01","object":"fuzz/output"}""";
        return
        [
            new ApiCall(Dialect.Mpc, "POST", [])
            {
                Body = Encoding.UTF8.GetBytes($$"""{"input":{{place}},"output":{{output}},"user_data":"u","sync":0}"""),
            },
            new ApiCall(
                Dialect.Mpc,
                "GET",
                [
                    ("status", "SUCCEED"),
                    ("start_time", "20240102030405"),
                    ("end_time", "20440102030405"),
                    ("page", "0"),
                    ("size", "10"),
                ]),
            new ApiCall(Dialect.Mpc, "GET", [("task_id", task), ("task_id", "1")]),
            new ApiCall(Dialect.Mpc, "DELETE", [("task_id", task)]),
        ];
    }
}
