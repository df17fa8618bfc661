using System.Text;
using MediaInfo.Core.Tags.Text;
using MediaInfo.Probing.Recognition.Text;

namespace MediaInfo.Probing.Tests.Recognition.Text;

public sealed class TesseractTableTests
{
    private const string Head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    [Fact]
    public void Words_of_a_line_are_joined() => Assert.Equal(
        [
            new TextLine("Hello world", 0.9325, new TextBox(10, 20, 130, 45)),
            new TextLine("below", 0.8, new TextBox(10, 60, 50, 80)),
        ],
        Read(
            "1\t1\t0\t0\t0\t0\t0\t0\t640\t480\t-1\t\n" +
            "4\t1\t1\t1\t1\t0\t10\t20\t120\t25\t-1\t\n" +
            "5\t1\t1\t1\t1\t1\t10\t20\t50\t25\t96.5\tHello\n" +
            "5\t1\t1\t1\t1\t2\t70\t22\t60\t20\t90\tworld\n" +
            "5\t1\t1\t1\t2\t1\t10\t60\t40\t20\t80.000000\tbelow\n"));

    [Fact]
    public void Words_of_which_it_is_not_sure_are_left_out() => Assert.Equal(
        "sure",
        Assert.Single(Read("5\t1\t1\t1\t1\t1\t10\t20\t50\t25\t61\tsure\n5\t1\t1\t1\t1\t2\t70\t20\t50\t25\t59\tunsure\n")).Value);

    [Fact]
    public void Other_line_ends_and_scripts_are_read() =>
        Assert.Equal("你好", Assert.Single(Read("5\t1\t1\t1\t1\t1\t10\t20\t50\t25\t90\t你好\r\n")).Value);

    [Theory]
    [InlineData("")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t20\t50\t25\t90\n")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t20\t50\t25\t90\t \n")]
    [InlineData("5\t1\t1\t1\t1\t1\t-10\t20\t50\t25\t90\tx\n")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t20\t50\t99999999999\t90\tx\n")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t20\t50\t25\tnan\tx\n")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t20\t50\t25\t101\tx\n")]
    public void Rows_that_cannot_be_read_say_nothing(string rows) => Assert.Empty(Read(rows));

    private static IReadOnlyList<TextLine> Read(string rows) =>
        TesseractTable.Read(Encoding.UTF8.GetBytes(Head + rows), confidence: 60);
}
