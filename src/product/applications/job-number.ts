/** The name by which the list of jobs counts and sorts applications; it stands in addresses. */
export const applicationNumber = 'applications'
