// The queries of all alerts. They find log messages by event name (the method names in Log.cs) and metrics by name. The worker
// sends its logs and metrics itself, not through the host, so an event's name and a message's values are custom properties under
// their own names.

@export()
@description('Messages that were given up: lanes, completion messages, library events, and messages that were not ours.')
var poisonMessages = '''
AppTraces
| where tostring(Properties.EventName) in ('AnalysisGivenUp', 'CallbackGivenUp', 'EventGivenUp', 'MessageGivenUp', 'NotifyUrlGivenUp', 'Poisoned', 'UnknownMessageRemoved')
| project TimeGenerated, Message
'''

@export()
@description('Jobs that failed, for any reason.')
var failedJobs = '''
AppTraces
| where tostring(Properties.EventName) in ('JobEnded')
| where tostring(Properties.State) == 'Failed'
| project TimeGenerated, Message
'''

@export()
@description('The age of the oldest message of each queue, in seconds.')
var queueAge = '''
AppMetrics
| where Name == 'mediainfo.queue.oldest.age'
| project TimeGenerated, Queue = tostring(Properties.queue), Age = Max
'''

@export()
@description('A heartbeat: the app measures the age of its queues every minute, even when it gets no requests.')
var signsOfLife = '''
AppMetrics
| where Name == 'mediainfo.queue.oldest.age'
| project TimeGenerated
'''
