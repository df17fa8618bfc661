using System.Xml.Linq;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class QueryMediaInfoJobListXmlTests : IDisposable
{
    private const string Expected = """
        <QueryMediaInfoJobListResponse>
          <RequestId>00000000-0000-0000-0000-000000000001</RequestId>
          <MediaInfoJobList>
            <MediaInfoJob>
              <JobId>00000000000000000000000000000001</JobId>
              <State>Success</State>
              <CreationTime>2024-02-29T12:00:00Z</CreationTime>
              <PipelineId>6319baeb09c968d6cb9cac9316fb8497</PipelineId>
              <Async>true</Async>
              <UserData>&lt;my&gt; &amp; data</UserData>
              <Input>
                <Bucket>example-bucket</Bucket>
                <Location>oss-cn-hangzhou</Location>
                <Object>dir%2Fsample%20%E6%B5%8B%E8%AF%95.mp4</Object>
              </Input>
              <ProbeUsage>
                <Requests>3</Requests>
                <Bytes>300000</Bytes>
                <Milliseconds>250</Milliseconds>
              </ProbeUsage>
              <Properties>
                <Duration>5.041633</Duration>
                <Bitrate>33.135</Bitrate>
                <FileFormat>MP2/3 (MPEG audio layer 2/3)</FileFormat>
                <Streams>
                  <VideoStreamList />
                  <AudioStreamList>
                    <AudioStream>
                      <Index>0</Index>
                      <CodecName>mp3</CodecName>
                      <CodecLongName>MP3 (MPEG audio layer 3)</CodecLongName>
                      <CodecTimeBase>1/44100</CodecTimeBase>
                      <CodecTagString>[0][0][0][0]</CodecTagString>
                      <CodecTag>0x0000</CodecTag>
                      <Timebase>1/14112000</Timebase>
                      <StartTime>0.025057</StartTime>
                      <Duration>5.041633</Duration>
                      <SampleFmt>fltp</SampleFmt>
                      <Channels>2</Channels>
                      <ChannelLayout>stereo</ChannelLayout>
                      <Bitrate>33.050</Bitrate>
                      <Samplerate>44100</Samplerate>
                      <DurationInaccurate></DurationInaccurate>
                    </AudioStream>
                  </AudioStreamList>
                  <SubtitleStreamList />
                </Streams>
                <Format>
                  <StartTime>0.025057</StartTime>
                  <NumPrograms>0</NumPrograms>
                  <Size>20882</Size>
                  <NumStreams>1</NumStreams>
                  <FormatLongName>MP2/3 (MPEG audio layer 2/3)</FormatLongName>
                  <Duration>5.041633</Duration>
                  <Bitrate>33.135</Bitrate>
                  <FormatName>mp3</FormatName>
                  <Tags>
                    <title>Tone</title>
                    <artist>Nobody</artist>
                  </Tags>
                </Format>
                <FileSize>20882</FileSize>
                <FileMd5></FileMd5>
              </Properties>
            </MediaInfoJob>
          </MediaInfoJobList>
          <NonExistMediaInfoJobIds>
            <String>a</String>
            <String>b</String>
          </NonExistMediaInfoJobIds>
        </QueryMediaInfoJobListResponse>
        """;

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Query_answer_in_XML()
    {
        var job = ApiJobs.Succeeded() with { UserData = "<my> & data" };
        await _rig.Get<JobResults>().AddAsync(
            job.Key, ResultPart.Streams, FfprobeFixture.Describe("sound.mp3"), CancellationToken.None);
        await _rig.AddAsync(job);
        var call = RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", $"{job.Key.Id},a,b")).With(("Format", "XML"));

        var answer = await _rig.SendAsync(call);

        Assert.Equal((200, "text/xml;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(Expected, XDocument.Parse(answer.Body).ToString().ReplaceLineEndings("\n"));
    }
}
