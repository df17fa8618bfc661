namespace MediaInfo.Storage.Contracts.Objects;

/// <summary>Keys that a carelessly built URL would turn into other keys.</summary>
public sealed class AwkwardKeys : TheoryData<string>
{
    public AwkwardKeys()
    {
        Add("plain.mp4");
        Add("a folder/with spaces in it.mp4");
        Add(" leading and trailing space ");
        Add("a+b.mp4");
        Add("a%20b.mp4");
        Add("100%.mp4");
        Add("%2e%2e%2fsecret.mp4");
        Add("what?.mp4");
        Add("a?b=c&d=e");
        Add("#1.mp4");
        Add("it's \"quoted\" `so`.mp4");
        Add("视频/样例 一.mp4");
        Add("-leading-minus.mp4");
        Add("back\\slash\\in.mp4");
        Add(".hidden");
        Add("dots...in.the.name...");
        Add("ends with dot.");
        Add("ends with slash/");
        Add("/begins with slash");
        Add("//two//slashes//");
        Add("emoji 🎬🏳️‍🌈.mp4");
        Add("e\u0301 is not \u00e9.mp4");
        Add("a:b;c,d=e@f!g$h*i(j)[k]{l}|m^n~o<p>.mp4");
        Add("file:C:video.mp4");
        Add("http://example.com/a.mp4");
        Add("tab\tin.mp4");
        Add(new string('k', 1024));
        Add(string.Join('/', Enumerable.Repeat("深い", 100)));
    }
}
