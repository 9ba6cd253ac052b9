/**
 * What everybody is answered by every procedure when they ask for what is A's: the expectations,
 * written by hand and read in a review; procedures.test.ts asks over HTTP and compares.
 *
 * A star behind the status: the answer is another than for an id that was never given out, so whoever
 * asks learns that the thing is there. Without a star the two are the same bytes; a procedure that is
 * asked for nothing of somebody's has none.
 *
 * 401 not signed in, 403 a member without the role, 404 it does not exist for them.
 */
export const expectedProcedures = `
                                                                   anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
applications.form, of a draft                                      401        401      404       404    404      404       404        404     404    404
applications.form, of a published job                              401        401      200*      200*   200*     200*      200*       200*    200*   200*
applications.apply, to a draft                                     401        401      404       404    404      404       404        404     404    404
applications.apply, to a published job, with the candidate’s file  401        401      422*      422*   422*     422*      409*       422*    422*   422*
applications.mine                                                  401        401      200       200    200      200       200        200     200    200
applications.read                                                  401        401      404       404    404      404       200*       404     404    404
applications.withdraw                                              401        401      404       404    404      404       200*       404     404    404
applications.pipeline, of A                                        401        401      404       404    404      404       404        200*    200*   200*
applications.pipeline, of a job                                    401        401      404       404    404      404       404        200*    200*   200*
applications.board                                                401        401      404       404    404      404       404        200*    200*   200*
applications.readReceived                                          401        401      404       404    404      404       404        200*    200*   200*
applications.mailOfMove                                            401        401      404       404    404      404       404        200*    200*   200*
applications.move                                                  401        401      404       404    404      404       404        200*    200*   200*
admin.users                                                        401        401      404       404    404      200       404        404     404    404
admin.user                                                         401        401      404       404    404      200*      404        404     404    404
admin.suspend                                                      401        401      404       404    404      200*      404        404     404    404
admin.restore                                                      401        401      404       404    404      200*      404        404     404    404
admin.organizations                                                401        401      404       404    404      200       404        404     404    404
admin.subscriptions                                                401        401      404       404    404      200       404        404     404    404
audit.trail                                                        401        401      404       404    404      404       404        403*    200*   200*
audit.wholeTrail                                                   401        401      404       404    404      200       404        404     404    404
chat.list                                                          401        200*     200       200    200      200       200*       200     200    200
chat.read                                                          401        404      404       404    404      404       200*       404     404    404
chat.create, about a draft                                         404        404      404       404    404      404       404        404     404    404
chat.create, about a published job                                 200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
chat.rename                                                        401        404      404       404    404      404       200*       404     404    404
chat.delete                                                        401        404      404       404    404      404       200*       404     404    404
cvReview.start                                                     401        401      404       404    404      404       200*       404     404    404
cvReview.read                                                      401        401      404       404    404      404       200*       404     404    404
cvReview.list                                                      401        401      200       200    200      200       200        200     200    200
cvReview.remove                                                    401        401      404       404    404      404       200*       404     404    404
cvReview.readForOrganization, handed in                            401        401      404       404    404      404       404        200*    200*   200*
cvReview.readForOrganization, kept by the candidate                401        401      404       404    404      404       404        404     404    404
files.requestUpload                                                401        401      200       200    200      200       200        200     200    200
files.confirmUpload                                                401        401      404       404    404      404       200*       404     404    404
files.cancelUpload                                                 401        401      200       200    200      200       200        200     200    200
files.list                                                         401        401      200       200    200      200       200        200     200    200
billing.overview                                                   200        200      200       200    200      200       200        200     200    200
billing.mine                                                       401        401      200       200    200      200       200        200     200    200
billing.checkout                                                   401        401      200       200    200      200       200        200     200    200
billing.portal                                                     401        401      409       409    409      409       409        409     409    409
billing.cancel                                                     401        401      409       409    409      409       409        409     409    409
billing.restore                                                    401        401      409       409    409      409       409        409     409    409
billing.ofOrganization                                             401        401      404       404    404      404       404        403*    200*   200*
billing.organizationUsage                                          401        401      404       404    404      404       404        403*    200*   200*
billing.organizationCheckout                                       401        401      404       404    404      404       404        403*    200*   200*
billing.organizationPortal                                         401        401      404       404    404      404       404        403*    409*   409*
billing.organizationCancel                                         401        401      404       404    404      404       404        403*    409*   409*
billing.organizationRestore                                        401        401      404       404    404      404       404        403*    409*   409*
identity.me                                                        200        200      200       200    200      200       200        200     200    200
identity.endOfSession                                              200        200      200       200    200      200       200        200     200    200
identity.update                                                    401        401      200       200    200      200       200        200     200    200
identity.changePassword                                            401        401      422       422    422      422       422        422     422    422
identity.sessions                                                  401        401      200       200    200      200       200        200     200    200
identity.endSession                                                401        401      404       404    404      404       200*       404     404    404
identity.endOtherSessions                                          401        401      200       200    200      200       200        200     200    200
identity.deleteAccount                                             401        401      422       422    422      422       422        422     422    422
jobs.search, for the text of a draft                               200        200      200       200    200      200       200        200     200    200
jobs.search, of A                                                  200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
jobs.read, a draft                                                 404        404      404       404    404      404       404        404     404    404
jobs.read, a published one                                         200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
jobs.read, a closed one                                            410*       410*     410*      410*   410*     410*      410*       410*    410*   410*
jobs.company                                                       200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
jobs.manage.list                                                   401        401      404       404    404      404       404        200*    200*   200*
jobs.manage.read                                                   401        401      404       404    404      404       404        200*    200*   200*
jobs.manage.create                                                 401        401      404       404    404      404       404        200*    200*   200*
jobs.manage.update                                                 401        401      404       404    404      404       404        409*    409*   409*
jobs.manage.publish                                                401        401      404       404    404      404       404        200*    200*   200*
jobs.manage.close                                                  401        401      404       404    404      404       404        200*    200*   200*
jobs.manage.removeDraft                                            401        401      404       404    404      404       404        403*    200*   200*
jobs.manage.preview                                                401        401      404       404    404      404       404        200*    200*   200*
organizations.membership                                           401        401      404       404    404      404       404        200*    200*   200*
organizations.mine                                                 401        401      200       200    200      200       200        200     200    200
organizations.create                                               401        401      200       200    200      200       200        200     200    200
organizations.profile                                              401        401      404       404    404      404       404        403*    200*   200*
organizations.update                                               401        401      404       404    404      404       404        403*    200*   200*
organizations.remove                                               401        401      404       404    404      404       404        403*    403*   200*
organizations.members                                              401        401      404       404    404      404       404        200*    200*   200*
organizations.changeRole                                           401        401      404       404    404      404       404        403*    200*   200*
organizations.removeMember                                         401        401      404       404    404      404       404        403*    200*   200*
organizations.leave                                                401        401      404       404    404      404       404        200*    200*   409*
organizations.invitations                                          401        401      404       404    404      404       404        403*    200*   200*
organizations.invite                                               401        401      404       404    404      404       404        403*    200*   200*
organizations.resendInvitation                                     401        401      404       404    404      404       404        403*    200*   200*
organizations.cancelInvitation                                     401        401      404       404    404      404       404        403*    200*   200*
organizations.invitation                                           200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
organizations.answerInvitation                                     401        401      200*      403*   403*     403*      403*       403*    403*   403*
`
