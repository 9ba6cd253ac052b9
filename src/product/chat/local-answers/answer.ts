import type { AnswerRule } from 'local-cloud/model/conversation.ts'
import { oneStop } from 'local-cloud/model/one-stop.ts'
import { answerAboutJob } from './answer-about-job.ts'
import { readPosting } from './read-posting.ts'

/** Answers the questions about the job that job-prompt.server.ts puts into the instructions. */
export const answer: AnswerRule = ({ instructions, turns, schema }) => {
  const posting = schema ? null : readPosting(instructions)
  if (!posting) return null
  return { task: 'Chat about a job', text: oneStop(answerAboutJob(posting, turns)) }
}
