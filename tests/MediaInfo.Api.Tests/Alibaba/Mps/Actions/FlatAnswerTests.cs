using System.Xml.Linq;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

/// <summary>Complete answers for an account that uses the older flat lists.</summary>
public sealed class FlatAnswerTests : IDisposable
{
    private const string ExpectedJobs = """
        <QueryMediaInfoJobListResponse>
          <RequestId>00000000-0000-0000-0000-000000000001</RequestId>
          <MediaInfoJobList>
            <JobId>00000000000000000000000000000001</JobId>
            <State>Fail</State>
            <CreationTime>2024-02-29T12:00:00Z</CreationTime>
            <PipelineId>6319baeb09c968d6cb9cac9316fb8497</PipelineId>
            <Async>true</Async>
            <Input>
              <Bucket>example-bucket</Bucket>
              <Location>oss-cn-hangzhou</Location>
              <Object>dir%2Fsample%20%E6%B5%8B%E8%AF%95.mp4</Object>
            </Input>
            <Code>InvalidParameter.ResourceContentBad</Code>
            <Message>The resource operated "InputFile" is bad.</Message>
            <Reason>NotMedia: What happened.</Reason>
            <ProbeUsage>
              <Requests>0</Requests>
              <Bytes>0</Bytes>
              <Milliseconds>0</Milliseconds>
            </ProbeUsage>
          </MediaInfoJobList>
          <MediaInfoJobList>
            <JobId>00000000000000000000000000000002</JobId>
            <State>Analyzing</State>
            <CreationTime>2024-02-29T11:59:59Z</CreationTime>
            <PipelineId>6319baeb09c968d6cb9cac9316fb8497</PipelineId>
            <Async>true</Async>
            <Input>
              <Bucket>example-bucket</Bucket>
              <Location>oss-cn-hangzhou</Location>
              <Object>dir%2Fsample%20%E6%B5%8B%E8%AF%95.mp4</Object>
            </Input>
          </MediaInfoJobList>
          <NonExistMediaInfoJobIds>a</NonExistMediaInfoJobIds>
          <NonExistMediaInfoJobIds>b</NonExistMediaInfoJobIds>
        </QueryMediaInfoJobListResponse>
        """;

    private const string ExpectedPipelines = """
        <SearchPipelineResponse>
          <RequestId>00000000-0000-0000-0000-000000000002</RequestId>
          <TotalCount>2</TotalCount>
          <PageNumber>1</PageNumber>
          <PageSize>10</PageSize>
          <PipelineList>
            <Id>00000000000000000000000000000001</Id>
            <Name>own</Name>
            <State>Active</State>
            <Speed>Standard</Speed>
            <CreationTime>2024-02-29T12:00:00Z</CreationTime>
            <NotifyConfig>
              <Topic>mts-topic-1</Topic>
            </NotifyConfig>
          </PipelineList>
          <PipelineList>
            <Id>6319baeb09c968d6cb9cac9316fb8497</Id>
            <Name>default</Name>
            <State>Active</State>
            <Speed>Standard</Speed>
          </PipelineList>
        </SearchPipelineResponse>
        """;

    private readonly ApiRig _rig = FlatRig.New();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Flat_answer_of_a_query()
    {
        var job = await _rig.AddAsync(ApiJobs.Succeeded());
        await _rig.Get<JobResults>().AddAsync(
            job.Key, ResultPart.Streams, FfprobeFixture.Describe("sound-and-picture.webm"), CancellationToken.None);

        GoldenFile.Matches((await QueryAsync($"{job.Key.Id},a,b", "JSON")).Pretty, "Mps");
    }

    [Fact]
    public async Task Flat_answer_of_a_query_in_XML()
    {
        await _rig.AddAsync(ApiJobs.Failed());
        await _rig.AddAsync(ApiJobs.Waiting(ApiJobs.Key(2)) with { CreatedAt = ApiJobs.CreatedAt.AddSeconds(-1) });

        Assert.Equal(ExpectedJobs, Indented(await QueryAsync($"{ApiJobs.Key(1).Id},a,{ApiJobs.Key(2).Id},b", "XML")));
    }

    [Fact]
    public async Task Flat_answer_of_a_search()
    {
        await AddPipelineAsync();

        GoldenFile.Matches((await SearchAsync("JSON")).Pretty, "Mps");
    }

    [Fact]
    public async Task Flat_answer_of_a_search_in_XML()
    {
        await AddPipelineAsync();

        Assert.Equal(ExpectedPipelines, Indented(await SearchAsync("XML")));
    }

    private static string Indented(WireAnswer answer)
    {
        Assert.Equal((200, "text/xml;charset=utf-8"), (answer.Status, answer.ContentType));
        return XDocument.Parse(answer.Body).ToString().ReplaceLineEndings("\n");
    }

    private Task<WireAnswer> QueryAsync(string ids, string format) =>
        _rig.SendAsync(RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", ids), ("Format", format)));

    private Task<WireAnswer> SearchAsync(string format) => _rig.SendAsync(RpcRequest.Of("SearchPipeline", ("Format", format)));

    private async Task AddPipelineAsync() => Assert.Equal(
        200, (await _rig.SendAsync(
            RpcRequest.Of("AddPipeline", ("Name", "own"), ("NotifyConfig", """{"Topic":"mts-topic-1"}""")))).Status);
}
