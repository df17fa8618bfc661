using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes a video stream or a cover picture.</summary>
internal static class VideoStreamBuilder
{
    internal static VideoStream Build(FfprobeStream stream)
    {
        var averageRate = ProbeNumbers.Rate(stream.AvgFrameRate);
        return CommonFields.Fill(stream, new VideoStream
        {
            Index = CommonFields.Index(stream),
            CodecTimeBase = CodecTimeBases.OfVideo(stream.CodecName, averageRate),
            IsAttachedPicture = stream.Disposition?.Find("attached_pic") is "1",
            Width = ProbeNumbers.PositiveInteger(stream.Width),
            Height = ProbeNumbers.PositiveInteger(stream.Height),
            CodedWidth = ProbeNumbers.PositiveInteger(stream.CodedWidth),
            CodedHeight = ProbeNumbers.PositiveInteger(stream.CodedHeight),
            Rotation = ProbeNumbers.ClockwiseDegrees(stream.FindSideData("Display Matrix")?.Find("rotation")),
            SampleAspectRatio = Aspect(stream.SampleAspectRatio),
            DisplayAspectRatio = Aspect(stream.DisplayAspectRatio),
            PixelFormat = ProbeNumbers.Text(stream.PixFmt),
            Level = Level(stream),
            HasBFrames = ProbeNumbers.Integer(stream.HasBFrames),
            FrameRate = ProbeNumbers.Rate(stream.RFrameRate),
            AverageFrameRate = averageRate,
            FieldOrder = ProbeNumbers.Text(stream.FieldOrder),
            ColorRange = ProbeNumbers.Text(stream.ColorRange),
            ColorSpace = ProbeNumbers.Text(stream.ColorSpace),
            ColorTransfer = ProbeNumbers.Text(stream.ColorTransfer),
            ColorPrimaries = ProbeNumbers.Text(stream.ColorPrimaries),
            ChromaLocation = ProbeNumbers.Text(stream.ChromaLocation),
            BitsPerRawSample = ProbeNumbers.PositiveInteger(stream.BitsPerRawSample),
            DolbyVision = HdrFacts.DolbyVisionOf(stream),
            MasteringDisplay = HdrFacts.MasteringDisplayOf(stream),
            ContentLight = HdrFacts.ContentLightOf(stream),
        });
    }

    /// <summary>The vendors return 0:1 if the file has none (IMS GetMediaInfo, and live responses of MPS).</summary>
    private static Rational Aspect(string? text) => ProbeNumbers.Rate(text) ?? new Rational(0, 1);

    /// <summary>ffprobe prints FFmpeg's marker for an unknown level, -99, as a level.</summary>
    private static int? Level(FfprobeStream stream) => ProbeNumbers.Integer(stream.Level) is >= 0 and var level ? level : null;
}
