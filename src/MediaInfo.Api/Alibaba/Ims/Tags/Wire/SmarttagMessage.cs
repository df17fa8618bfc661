namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>The message when a tag job ends. Source: "Callback message format" of QuerySmarttagJob.</summary>
/// <param name="Type">Always "smarttag".</param>
/// <param name="JobId">The job.</param>
/// <param name="State">Success or Fail.</param>
/// <param name="UserData">The caller's own data; absent if the submit call had none.</param>
public sealed record SmarttagMessage(string Type, string JobId, string State, string? UserData);
