// What the alerts ask, in one place. Each names its log messages by the event's name (the methods of Log.cs) and its metrics by name.
// The worker sends its own logs and metrics, and the host passes on none of them: an event's name and a message's values are custom
// properties under their own names.

@export()
@description('Messages that were given up: lanes, completion messages, library events, and what was no message of ours.')
var poisonMessages = '''
AppTraces
| where tostring(Properties.EventName) in ('AnalysisGivenUp', 'CallbackGivenUp', 'EventGivenUp', 'Poisoned', 'UnknownMessageRemoved', 'UnknownTokenRemoved')
| project TimeGenerated, Message
'''

@export()
@description('Jobs that ended as failed, whatever the reason.')
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
@description('Signs of life: the app looks at the age of its queues every minute, whether anybody calls it or not.')
var signsOfLife = '''
AppMetrics
| where Name == 'mediainfo.queue.oldest.age'
| project TimeGenerated
'''
